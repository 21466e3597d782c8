// SPDX-License-Identifier: Apache-2.0

/// A sentence or two about each name: what it does, and whether it gives a view or copies.
enum HelpTexts {
  /// Of functions and classes, by name.
  static let functions = read(
    [views, inspecting, making, joining, picking, elementwise, reducing, builtins])
  /// Of methods of arrays that differ from the functions of their names, or have none.
  static let methods = read([arrayMethods])
  /// Of methods of elementwise operations.
  static let operationMethods = read([elementwiseMethods])
  /// Of attributes of arrays.
  static let attributes = read([arrayAttributes])

  /// Reads lines of names, a colon and a text; several names share one.
  private static func read(_ tables: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for table in tables {
      for line in table.split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let text = line[line.index(after: colon)...].drop { $0 == " " }
        for name in line[..<colon].split(separator: " ") { texts[String(name)] = String(text) }
      }
    }
    return texts
  }
}
