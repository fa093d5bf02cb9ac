import DPESStore

/// A saver of texts, which reads all but those that begin with `spoilt`.
typealias TextSaver = Saver<String, Spoilt>
typealias TextReport = SaverReport<String, Spoilt>

struct Spoilt: Error, Hashable {}

@Sendable func decodeText(_ bytes: [UInt8]) throws(Spoilt) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  if text.hasPrefix("spoilt") { throw Spoilt() }
  return text
}
