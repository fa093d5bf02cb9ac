import JSONTree

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func parse(_ text: String) throws(JSONError) -> JSONValue {
  try JSONValue.parse(bytes(text))
}

func written(_ value: JSONValue) -> String {
  String(decoding: JSONValue.write(value), as: UTF8.self)
}

func number(_ spelling: String) throws -> JSONNumber {
  guard case .number(let number) = try parse(spelling) else { throw NotANumber() }
  return number
}

struct NotANumber: Error {}
