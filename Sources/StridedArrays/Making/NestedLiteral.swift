// SPDX-License-Identifier: Apache-2.0

public import ComplexModule
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
    case .list(let parts): parts.flatMap { $0.items }
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

extension NestedLiteral: ExpressibleByFloatLiteral where Item: FractionalItem {
  public init(floatLiteral value: Item.FractionLiteral.FloatLiteralType) {
    self = .item(Item(fraction: Item.FractionLiteral(floatLiteral: value)))
  }
}

extension NestedLiteral {
  /// A complex number in an array literal: `[1, 2.5, .complex(3, -4)]`.
  public static func complex<Part: ComplexPart>(_ real: Part, _ imaginary: Part) -> NestedLiteral
  where Item == Complex<Part> { .item(Complex(real, imaginary)) }
}

extension NestedLiteral where Item: BinaryFloatingPoint {
  /// Not a number, in an array literal: `[1, .nan]`.
  public static var nan: NestedLiteral { .item(.nan) }
  /// Positive infinity, in an array literal: `[1, .infinity]`.
  public static var infinity: NestedLiteral { .item(.infinity) }
}

/// An element type that a literal with a fraction may stand for: floating-point numbers, and
/// complex ones, which have no such literals of their own.
public protocol FractionalItem: Storable {
  /// The type that gives the literal its precision.
  associatedtype FractionLiteral: ExpressibleByFloatLiteral
  /// Creates the element that a literal stands for.
  init(fraction: FractionLiteral)
}

extension FractionalItem where Self: ExpressibleByFloatLiteral, FractionLiteral == Self {
  public init(fraction: Self) { self = fraction }
}

extension Float16: FractionalItem {}
extension Float: FractionalItem {}
extension Double: FractionalItem {}

extension Complex: FractionalItem where RealType: ComplexPart & ExpressibleByFloatLiteral {
  public init(fraction: RealType) { self.init(fraction) }
}

/// Nested literals of truth values, integers, fractions and complex numbers:
/// `let m: NDArray<Double> = [[1, 2], [3, 4]]`. Lists of unequal shapes trap.
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
