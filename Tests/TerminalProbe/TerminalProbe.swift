import Glibc
import NcursesTerminal
import TerminalUI

/// A full-screen program that says what its terminal tells it, and dies in every way when asked.
///
/// The screen: its size and locale on the first row, then the events, the newest last, as many as
/// fit, then « bottom » in the last row. Ctrl with a letter acts: see ``Probe/act(on:)``. The file
/// named as its argument, if any, gets the events too, a line each.
@main
enum TerminalProbe {
  static func main() {
    do {
      let terminal = try NcursesTerminal(lastWords: "Last words.")
      var probe = Probe(terminal: terminal)
      probe.run()
      terminal.close()
      print("left: \(probe.reason)")
    } catch {
      print("error: \(error)")
      exit(2)
    }
  }
}

struct Probe {
  let terminal: NcursesTerminal
  var reason = "q"
  private var lines: [String] = []
  private var log: Int32 = -1
  private var usesMouse = false
  private var isWaking = false
  private var noise: Noise?
  private var isDone = false

  init(terminal: NcursesTerminal) { self.terminal = terminal }

  mutating func run() {
    if CommandLine.arguments.count > 1 {
      log = open(CommandLine.arguments[1], O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    note("opened")
    while !isDone {
      terminal.show(noise?.canvas(terminal.size) ?? canvas)
      let events = terminal.waitForEvents()
      if events.isEmpty, isWaking { note("woken") }
      for event in events.flatMap(keys) {
        note(description(of: event))
        act(on: event)
      }
    }
  }

  private mutating func note(_ line: String) {
    lines.append(line)
    if log >= 0 { write(log, line + "\n", line.utf8.count + 1) }
  }

  private var canvas: Canvas {
    var canvas = Canvas(terminal.size)
    let size = canvas.size
    let locale = terminal.isUTF8 ? "utf-8" : "ascii"
    canvas.draw("\(size.width)x\(size.height) \(locale)", at: 0, 0, .title)
    for (row, line) in lines.suffix(max(0, size.height - 2)).enumerated() {
      canvas.draw(line, at: 0, row + 1)
    }
    canvas.draw("bottom", at: size.width - 6, size.height - 1, Style(.green, .reverse))
    return canvas
  }

  /// Characters that came together, one by one.
  private func keys(of event: Event) -> [Event] {
    guard case .burst(let text) = event else { return [event] }
    return text.map { .key(Key(typed: $0)) }
  }

  private func description(of event: Event) -> String {
    switch event {
    case .key(.character(let character)):
      let scalars = character.unicodeScalars.map { String($0.value, radix: 16) }
      return "character \(character) \(scalars.joined(separator: " "))"
    case .key(let key): return "key \(key)"
    case .line(let line): return "line \(line.debugDescription)"
    case .burst(let text): return "burst \(text.debugDescription)"
    case .escapeTakenBack: return "escape taken back"
    case .paste(let text): return "paste \(text.debugDescription)"
    case .mouse(let mouse):
      return "mouse \(mouse.gesture) \(mouse.position.column),\(mouse.position.row)"
    case .resize(let size): return "resize \(size.width)x\(size.height)"
    case .resumed: return "resumed"
    case .closed: return "closed"
    }
  }

  /// One frame after the other, each unlike the one before, until something ends the process.
  private func drawForEver() {
    var noise = Noise(seed: 1)
    while true {
      terminal.show(noise.canvas(terminal.size))
      noise = Noise(seed: noise.seed + 2)
    }
  }

  private mutating func act(on event: Event) {
    switch event {
    case .key(.character("q")): isDone = true
    case .closed:
      reason = "closed"
      isDone = true
    case .key(.control("z")): terminal.suspend()
    case .key(.control("o")):
      usesMouse.toggle()
      terminal.useMouse(usesMouse)
    case .key(.control("w")):
      let wake = terminal.wake
      isWaking = true
      startThread { wake() }
    case .key(.control("n")): noise = Noise(seed: (noise?.seed ?? 0) + 1)
    case .key(.control("p")):
      terminal.use(.sombre)
      noise?.isWhole = true
    case .key(.control("t")): crash(by: .trap)
    case .key(.control("a")): crash(by: .abort)
    case .key(.control("g")): crash(by: .segmentationFault)
    case .key(.control("k")): crash(by: .stackOverflow)
    case .key(.control("y")): startThread { crash(by: .trap) }
    case .key(.control("x")):
      // Much to say once the terminal is given back: time for a frame to come in between.
      startThread {
        for _ in 0..<5000 { say("said on standard error\n") }
        crash(by: .trap)
      }
      drawForEver()
    case .key(.control("e")): say("said on standard error\n")
    default: break
    }
  }
}
