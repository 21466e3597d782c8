// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
public import StridedMemory

/// What all array types share: a storage, a layout over it, and what this handle may do.
///
/// Every view operation is written once, here: it changes the layout and nothing else. `Failure`
/// makes one implementation serve two kinds of callers: `NDArray` fails with `Never`, so its
/// operations need no `try` and trap on a programmer's mistake; `AnyNDArray` fails with
/// `ArrayError`, because files and notation run it on other people's input.
public protocol StridedArray {
  /// What an operation throws: `Never` where mistakes trap.
  associatedtype Failure: Error
  /// What operations that copy elements give: the type itself, but writable.
  associatedtype Fresh: WritableArray where Fresh.Failure == Failure

  /// The memory that the elements lie in, shared with every view.
  var storage: Storage { get }
  /// Where in the storage the elements lie.
  var layout: Layout { get }
  /// The type of the elements.
  var dtype: DType { get }
  /// What this handle is and may do.
  var rights: Rights { get }

  /// Returns a view of the same element type at another place in the storage.
  func placed(at place: Place) -> Self

  /// Takes an array of this type's element type that was made with its type known at run time.
  init(_ adopted: Adopted)

  /// Runs `body`, turning its error into this type's way to fail.
  static func attempt<Result>(_ body: () throws(ArrayError) -> Result) throws(Failure) -> Result
}

/// A layout that is known to lie in the storage, and what may be done there: only the library's
/// view operations make one.
public struct Place {
  @usableFromInline let layout: Layout
  @usableFromInline let rights: Rights

  @usableFromInline init(_ layout: Layout, _ rights: Rights) {
    self.layout = layout
    self.rights = rights
  }
}

/// An array that is known to hold values of the type that takes it: only the library makes one.
public struct Adopted {
  @usableFromInline let array: AnyNDArray

  @usableFromInline package init(_ array: AnyNDArray) { self.array = array }
}

/// What a handle on an array is and may do, apart from what its storage allows.
public struct Rights: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The handle is the array that the storage was made for, not a view of it.
  @inlinable public static var root: Rights { Rights(rawValue: 1) }
  /// The handle may write, where the storage may be written.
  @inlinable public static var writable: Rights { Rights(rawValue: 2) }
}

extension StridedArray {
  @inlinable package init(adopting array: AnyNDArray) { self.init(Adopted(array)) }

  @inlinable func viewed(as layout: Layout, rights: Rights) -> Self {
    placed(at: Place(layout, rights))
  }

  /// Returns a view with another layout; a view is no root, and keeps the right to write.
  @inlinable func view(_ layout: Layout) -> Self {
    viewed(as: layout, rights: rights.subtracting(.root))
  }

  /// Returns a view with another layout that can't be written through.
  @inlinable func readOnlyView(_ layout: Layout) -> Self { viewed(as: layout, rights: []) }

  /// The same array with its element type known at run time only. Returns a view. O(1).
  @inlinable public var erased: AnyNDArray {
    AnyNDArray(storage: storage, layout: layout, dtype: dtype, rights: rights)
  }
}
