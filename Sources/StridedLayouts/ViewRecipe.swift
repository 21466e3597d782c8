// SPDX-License-Identifier: Apache-2.0

/// The subscript that makes a view from its base.
public struct ViewRecipe: Hashable, Sendable {
  /// The terms of the subscript, which `Layout.indexed(by:)` takes.
  public let terms: [AxisIndex]

  /// Creates a recipe.
  public init(terms: [AxisIndex]) { self.terms = terms }
}

extension ViewRecipe: CustomStringConvertible {
  /// The subscript in Swift's spelling, as `[1..<4]`, `[.all, .every(2)]` or `[0, ...]`.
  public var description: String { Self.bracketed(terms.map { $0.description }) }

  /// The subscript in NumPy's spelling, as `[1:4]`, `[:, ::2]` or `[0, ...]`.
  public var numpy: String {
    Self.bracketed(terms.map { $0.numpy })
  }

  private static func bracketed(_ terms: [String]) -> String {
    var text = "["
    for i in terms.indices { text += (i > 0 ? ", " : "") + terms[i] }
    return text + "]"
  }
}

extension Layout {
  /// Returns the subscript that makes this view from `base`, or nil if none was found.
  ///
  /// There is none for views that permute, merge, split or repeat axes, for instance. The search
  /// has a budget, which layouts with many axes of length 1 or of overlapping elements can exhaust;
  /// what it finds is checked by `indexed(by:)`. NumPy has no counterpart.
  public func recipe(from base: Layout, itemSize: Int) -> ViewRecipe? {
    var search = RecipeSearch(view: self, base: base)
    guard search.match(viewAxis: 0, baseAxis: 0) else { return nil }
    let terms = search.terms()
    do throws(ArrayError) {
      let made = try base.indexed(by: terms)
      return made.addressesSameElements(as: self) ? ViewRecipe(terms: terms) : nil
    } catch {
      return nil
    }
  }
}
