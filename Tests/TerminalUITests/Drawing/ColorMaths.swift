import Glibc

/// A colour in linear light, each part from 0 to 1.
struct LinearColor {
  var red: Double
  var green: Double
  var blue: Double

  /// The fixed colours of xterm's palette, 16 to 255, and its defaults for the first sixteen.
  init(paletteIndex index: UInt8) {
    let ansi: [(Int, Int, Int)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
      (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    let steps = [0, 95, 135, 175, 215, 255]
    let parts: (Int, Int, Int) =
      switch Int(index) {
      case let index where index < 16: ansi[index]
      case let index where index < 232:
        (steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6])
      case let index: (index * 10 - 2312, index * 10 - 2312, index * 10 - 2312)
      }
    red = Self.linear(parts.0)
    green = Self.linear(parts.1)
    blue = Self.linear(parts.2)
  }

  private static func linear(_ part: Int) -> Double {
    let part = Double(part) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// WCAG 2's relative luminance.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// WCAG 2's contrast ratio, from 1 to 21.
  func contrast(with other: LinearColor) -> Double {
    let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// How far two colours look apart: CIE76, in CIELAB under D65.
  func distance(to other: LinearColor) -> Double {
    let (a, b) = (lab, other.lab)
    return sqrt(pow(a.0 - b.0, 2) + pow(a.1 - b.1, 2) + pow(a.2 - b.2, 2))
  }

  private var lab: (Double, Double, Double) {
    let x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    let z = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let (fx, fy, fz) = (f(x / 0.95047), f(y), f(z / 1.08883))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }
}

/// The ways of seeing colours, after Machado, Oliveira and Fernandes (2009), at full severity.
enum Vision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  func sees(_ color: LinearColor) -> LinearColor {
    let m = matrix
    var seen = color
    seen.red = m[0] * color.red + m[1] * color.green + m[2] * color.blue
    seen.green = m[3] * color.red + m[4] * color.green + m[5] * color.blue
    seen.blue = m[6] * color.red + m[7] * color.green + m[8] * color.blue
    seen.red = min(max(seen.red, 0), 1)
    seen.green = min(max(seen.green, 0), 1)
    seen.blue = min(max(seen.blue, 0), 1)
    return seen
  }

  private var matrix: [Double] {
    switch self {
    case .normal: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protanopia:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998,
      ]
    case .deuteranopia:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
        0.968881,
      ]
    case .tritanopia:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900,
      ]
    }
  }
}
