// SPDX-License-Identifier: Apache-2.0

/// The characters in which lines of two weights meet.
enum BoxDrawing {
  /// By the weights of the arms that go up, right, down and left, in this order.
  private static let crossings = Array(
    " ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋" as String)

  /// The character in which lines of weights 0, 1 or 2 meet.
  static func crossing(
    up: Int, right: Int, down: Int, left: Int, _ style: TextStyle
  ) -> Character {
    let isNone = up + right + down + left == 0
    guard style == .unicode else { return isNone ? " " : "+" }
    return crossings[up * 27 + right * 9 + down * 3 + left]
  }

  static func horizontal(_ weight: Int, _ style: TextStyle) -> Character {
    let signs: [Character] = style == .unicode ? [" ", "─", "━"] : [" ", "-", "="]
    return signs[weight]
  }

  static func vertical(_ weight: Int, _ style: TextStyle) -> Character {
    let signs: [Character] = style == .unicode ? [" ", "│", "┃"] : [" ", "|", "#"]
    return signs[weight]
  }
}
