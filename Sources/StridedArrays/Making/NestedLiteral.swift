// SPDX-License-Identifier: Apache-2.0

public import StridedMemory

/// An array literal of any depth: an element, or a list of literals of equal shape.
public enum NestedLiteral<Item: Storable> {
  case item(Item)
  case list([NestedLiteral])

  /// The lengths of the nested lists, or nil if they differ somewhere.
  var shape: [Int]? {
    guard case .list(let parts) = self else { return [] }
    guard let first = parts.first else { return [0] }
    guard let inner = first.shape, parts.dropFirst().allSatisfy({ $0.shape == inner }) else {
      return nil
    }
    return [parts.count] + inner
  }

  /// The elements in row-major order.
  var items: [Item] {
    switch self {
    case .item(let item): [item]
    case .list(let parts): parts.flatMap(\.items)
    }
  }
}

extension NestedLiteral: ExpressibleByArrayLiteral {
  public init(arrayLiteral parts: NestedLiteral...) { self = .list(parts) }
}

extension NestedLiteral: ExpressibleByBooleanLiteral where Item: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Item.BooleanLiteralType) {
    self = .item(Item(booleanLiteral: value))
  }
}

extension NestedLiteral: ExpressibleByIntegerLiteral where Item: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Item.IntegerLiteralType) {
    self = .item(Item(integerLiteral: value))
  }
}

extension NestedLiteral: ExpressibleByFloatLiteral where Item: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Item.FloatLiteralType) { self = .item(Item(floatLiteral: value)) }
}

/// Nested literals: `let m: NDArray<Double> = [[1, 2], [3, 4]]`. Lists of unequal shapes trap.
///
/// NumPy: `numpy.array([[1, 2], [3, 4]])`.
extension NDArray: ExpressibleByArrayLiteral {
  public init(arrayLiteral parts: NestedLiteral<Item>...) {
    let literal = NestedLiteral.list(parts)
    guard let shape = literal.shape else {
      fatalError("the lists of an array literal must have equal shapes")
    }
    self.init(literal.items, shape: shape)
  }
}
