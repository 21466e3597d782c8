// SPDX-License-Identifier: Apache-2.0

/// A type whose values can be stored as elements of an array: plain bytes without references.
///
/// A struct of plain values conforms in one line, and the compiler checks that it is plain:
///
///     struct Point: Storable { var x, y: Double }
///
/// `Storable` is a protocol of its own and not `BitwiseCopyable` because `Complex` does not conform
/// to that, though it is plain memory.
public protocol Storable: Sendable {
  /// The element type as known at run time. Its size is the distance between neighbours.
  static var dtype: DType { get }

  /// Reads an element at `address`, which need not be aligned.
  static func load(from address: UnsafeRawPointer) -> Self

  /// Writes the element at `address`, which need not be aligned.
  func store(to address: UnsafeMutableRawPointer)
}

extension Storable where Self: BitwiseCopyable {
  /// A record of the size and alignment that Swift gives the type.
  @inlinable public static var dtype: DType {
    .record(of: Self.self)
  }

  @inlinable public static func load(from address: UnsafeRawPointer) -> Self {
    address.loadUnaligned(as: Self.self)
  }

  @inlinable public func store(to address: UnsafeMutableRawPointer) {
    address.storeBytes(of: self, as: Self.self)
  }
}

/// A promise that every bit pattern is a valid value of the type.
///
/// Only such elements can be made of foreign bytes: mapped files, borrowed buffers, other types'
/// memory. The numbers keep the promise; a struct with a `Bool` or an enum does not.
public protocol AnyBitPattern: Storable {}
