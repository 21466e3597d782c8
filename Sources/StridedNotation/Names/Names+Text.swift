// SPDX-License-Identifier: Apache-2.0

extension Registry {
  /// The methods of strings that programs use to print.
  func addTextMethods() {
    method(.text, "join(self, iterable, /)") { (c) throws(Fault) in
      var parts: [String] = []
      for (i, item) in try c.machine.items(of: c["iterable"]).enumerated() {
        guard case .text(let text) = item else {
          throw Fault(
            .typeError, "sequence item \(i): expected str instance, \(item.typeName) found")
        }
        parts.append(text.string)
      }
      return try made(parts.joined(separator: try c.text("self")), c)
    }
    method(.text, "format(self, *args, **kwargs)") { (c) throws(Fault) in
      try made(try c.machine.formatted(try c.text("self"), c.rest("args"), c["kwargs"]), c)
    }
    method(.text, "upper(self, /)") { (c) throws(Fault) in
      try made(try c.text("self").uppercased(), c)
    }
    method(.text, "lower(self, /)") { (c) throws(Fault) in
      try made(try c.text("self").lowercased(), c)
    }
    for (name, atStart, atEnd) in [
      ("strip", true, true), ("lstrip", true, false), ("rstrip", false, true),
    ] {
      method(.text, "\(name)(self, chars=None, /)") { (c) throws(Fault) in
        let characters =
          c.has("chars")
          ? Array(try c.text("chars").unicodeScalars) : Array(" \t\n\r\u{B}\u{C}".unicodeScalars)
        var scalars = Array(try c.text("self").unicodeScalars)[...]
        if atStart { scalars = scalars.drop { characters.contains($0) } }
        while atEnd, let last = scalars.last, characters.contains(last) { scalars.removeLast() }
        return .text(TextMethods.string(scalars))
      }
    }
    for (name, isLeft) in [("ljust", true), ("rjust", false)] {
      method(.text, "\(name)(self, width, fillchar=' ', /)") { (c) throws(Fault) in
        let text = try c.text("self")
        let missing = try c.int("width") - text.unicodeScalars.count
        guard missing > 0 else { return .text(text) }
        try c.machine.charge(bytes: missing)
        let fill = String(repeating: try c.text("fillchar"), count: missing)
        return .text(isLeft ? text + fill : fill + text)
      }
    }
    method(.text, "center(self, width, fillchar=' ', /)") { (c) throws(Fault) in
      let text = try c.text("self")
      let width = try c.int("width")
      let missing = max(0, width - text.unicodeScalars.count)
      try c.machine.charge(bytes: missing)
      let left = missing / 2 + (missing & width & 1)
      let fill = try c.text("fillchar")
      return .text(
        String(repeating: fill, count: left) + text
          + String(repeating: fill, count: missing - left))
    }
    method(.text, "startswith(self, prefix, /)") { (c) throws(Fault) in
      .bool(try TextMethods.starts(try c.text("self"), with: c["prefix"], atEnd: false))
    }
    method(.text, "endswith(self, suffix, /)") { (c) throws(Fault) in
      .bool(try TextMethods.starts(try c.text("self"), with: c["suffix"], atEnd: true))
    }
    method(.text, "replace(self, old, new, /)") { (c) throws(Fault) in
      let (text, old, new) = (try c.text("self"), try c.text("old"), try c.text("new"))
      let most = text.utf8.count.multipliedReportingOverflow(by: max(1, new.utf8.count))
      try c.machine.charge(bytes: most.overflow ? .max : most.partialValue)
      return try made(text.replacing(old, with: new), c)
    }
    method(.text, "split(self, sep=None, maxsplit=-1)") { (c) throws(Fault) in
      let text = try c.text("self")
      try c.machine.charge(bytes: text.utf8.count * 4)
      guard c.has("sep") else {
        return .list(
          text.unicodeScalars.split { " \t\n\r\u{B}\u{C}".unicodeScalars.contains($0) }
            .map { .text(TextMethods.string($0)) })
      }
      let separator = try c.text("sep")
      guard !separator.isEmpty else { throw Fault(.valueError, "empty separator") }
      return .list(
        TextMethods.split(text, separator, most: try c.int("maxsplit")).map { .text($0) })
    }
    method(.text, "splitlines(self, keepends=False)") { (c) throws(Fault) in
      let text = try c.text("self")
      try c.machine.charge(bytes: text.utf8.count * 4)
      var lines = TextMethods.split(text, "\n", most: -1)
      if lines.last == "" { lines.removeLast() }
      return .list(lines.map { .text($0) })
    }
    for name in ["find", "index"] {
      method(.text, "\(name)(self, sub, /)") { (c) throws(Fault) in
        let place = try TextMethods.find(try c.text("sub"), in: try c.text("self"), c.machine)
        guard place >= 0 || c.entry.name == "find" else {
          throw Fault(.valueError, "substring not found")
        }
        return .int(place)
      }
    }
    method(.text, "count(self, sub, /)") { (c) throws(Fault) in
      let (text, part) = (try c.text("self"), try c.text("sub"))
      if part.isEmpty { return .int(text.unicodeScalars.count + 1) }
      try c.machine.charge(bytes: text.utf8.count)
      return .int(TextMethods.split(text, part, most: -1).count - 1)
    }
    method(.text, "isdigit(self, /)") { (c) throws(Fault) in
      let text = try c.text("self")
      return .bool(!text.isEmpty && text.utf8.allSatisfy(Byte.isDigit))
    }
    method(.text, "zfill(self, width, /)") { (c) throws(Fault) in
      let text = try c.text("self")
      let missing = max(0, try c.int("width") - text.unicodeScalars.count)
      try c.machine.charge(bytes: missing)
      let zeros = String(repeating: "0", count: missing)
      guard let sign = text.utf8.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      else { return .text(zeros + text) }
      return .text(String(text.prefix(1)) + zeros + String(text.dropFirst()))
    }
  }
}

/// A string that was made, whose bytes are counted.
private func made(_ text: String, _ c: Call) throws(Fault) -> Value {
  try c.machine.charge(bytes: text.utf8.count)
  return .text(text)
}

/// What methods of strings do.
enum TextMethods {
  static func string(_ scalars: some Sequence<UnicodeScalar>) -> String {
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(scalar) }
    return text
  }

  static func starts(_ text: String, with part: Value, atEnd: Bool) throws(Fault) -> Bool {
    switch part {
    case .text(let part):
      return atEnd ? text.hasSuffix(part.string) : text.hasPrefix(part.string)
    case .tuple(let tuple):
      for item in tuple.items where try starts(text, with: item, atEnd: atEnd) { return true }
      return false
    default:
      throw Fault(
        .typeError,
        "\(atEnd ? "endswith" : "startswith") first arg must be str or a tuple of str, not "
          + part.typeName)
    }
  }

  /// The place, in characters, where a part first stands, or -1.
  static func find(_ part: String, in text: String, _ machine: Machine) throws(Fault) -> Int {
    let (whole, wanted) = (Array(text.unicodeScalars), Array(part.unicodeScalars))
    let work = whole.count.multipliedReportingOverflow(by: max(1, wanted.count / 8))
    try machine.charge(items: work.overflow ? .max : work.partialValue / 8)
    guard wanted.count <= whole.count else { return -1 }
    for start in 0...(whole.count - wanted.count)
    where whole[start..<start + wanted.count].elementsEqual(wanted) { return start }
    return -1
  }

  static func split(_ text: String, _ separator: String, most: Int) -> [String] {
    let (bytes, pattern) = (Array(text.utf8), Array(separator.utf8))
    var parts: [String] = []
    var (start, i) = (0, 0)
    while i + pattern.count <= bytes.count {
      if most >= 0, parts.count >= most { break }
      if bytes[i..<i + pattern.count].elementsEqual(pattern) {
        parts.append(String(decoding: bytes[start..<i], as: UTF8.self))
        i += pattern.count
        start = i
      } else {
        i += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
