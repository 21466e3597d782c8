// SPDX-License-Identifier: Apache-2.0

public import StridedLayouts
import StridedMemory

extension NDArray {
  /// Gives the array up for one that nobody can change, and that tasks may share.
  ///
  /// Copies nothing where this handle is the only one on memory of the library; else copies the
  /// elements and reports it to the ledger. A variable counts as a handle until its scope ends,
  /// so give it up in words:
  ///
  ///     let table = (consume samples).frozen()
  ///
  /// Complexity: O(1), or O(n) where it copies. NumPy: `a.flags.writeable = False`, without its
  /// way back. Returns a view or copies.
  public consuming func frozen() -> FrozenArray<Item> {
    var taken = Taken(consume self)
    let reason = taken.freezingReason()
    return Self.attempt { () throws(ArrayError) in try taken.frozen(because: reason) }
  }

  /// Gives the array up for one that nobody can change, with a say in whether it may be copied.
  ///
  /// - Throws: `ArrayError` of kind `value` with a `copyReason` if `copying` is `never` and this is
  ///   not the only handle on memory of the library.
  ///
  /// NumPy: `a.flags.writeable = False`, without its way back. Returns a view or copies.
  public consuming func frozen(copying: CopyPolicy) throws(ArrayError) -> FrozenArray<Item> {
    var taken = Taken(consume self)
    let reason = copying == .always ? .explicit : taken.freezingReason()
    if copying == .never, let reason {
      throw ArrayError(copying: reason, for: "a frozen array", byteCount: taken.byteCount)
    }
    return try taken.frozen(because: reason)
  }

  /// Why `frozen()` would copy, or nil if it would not. Copies nothing. O(1).
  ///
  /// A variable whose scope has not ended counts as a handle.
  public mutating func copyReasonOfFreezing() -> CopyReason? {
    var taken = Taken(consume self)
    let reason = taken.freezingReason()
    self = taken.array
    return reason
  }

  /// Why `detached()` would copy, or nil if it would not. Copies nothing. O(1).
  ///
  /// A variable whose scope has not ended counts as a handle.
  public mutating func copyReasonOfDetaching() -> CopyReason? {
    var taken = Taken(consume self)
    let reason = taken.sendingReason()
    self = taken.array
    return reason
  }

  /// Gives the array up for one that may be sent to another task: nobody else holds its memory.
  ///
  /// The compiler sends an array by itself where it sees that it is held nowhere else. This is for
  /// where it can't, as for what an actor or a class has stored: the answer is then found while the
  /// program runs. Copies the elements, and reports it, where there is another handle, or where the
  /// memory is not the library's.
  ///
  /// Complexity: O(1), or O(n) where it copies. Returns a view or copies.
  public consuming func detached() -> sending NDArray {
    var taken = Taken(consume self)
    let reason = taken.sendingReason()
    nonisolated(unsafe) let result = Self.attempt { () throws(ArrayError) in
      try taken.detached(because: reason)
    }
    return result
  }

  /// Gives the array up for one that may be sent to another task, with a say in whether it may be
  /// copied.
  ///
  /// - Throws: `ArrayError` of kind `value` with a `copyReason` if `copying` is `never` and this is
  ///   not the only handle on memory of the library.
  public consuming func detached(copying: CopyPolicy) throws(ArrayError) -> sending NDArray {
    var taken = Taken(consume self)
    let reason = copying == .always ? .explicit : taken.sendingReason()
    if copying == .never, let reason {
      throw ArrayError(copying: reason, for: "an array to send", byteCount: taken.byteCount)
    }
    nonisolated(unsafe) let result = try taken.detached(because: reason)
    return result
  }
}

/// What is left of an array that was given up: the only reference of its handle to the memory.
private struct Taken<Item: Storable> {
  private var storage: Storage
  private let layout: Layout
  private let rights: Rights

  init(_ array: consuming NDArray<Item>) {
    (layout, rights) = (array.layout, array.rights)
    // After this line the field is what is left of the handle.
    storage = (consume array).storage
  }

  var array: NDArray<Item> { NDArray(storage: storage, layout: layout, rights: rights) }
  var byteCount: Int { array.byteCount }
  private var isFrozen: Bool { storage.kind == .owned && !storage.isWritable }

  mutating func freezingReason() -> CopyReason? { isFrozen ? nil : sendingReason() }

  mutating func sendingReason() -> CopyReason? {
    storage.kind == .owned && Storage.isUniquelyHeld(&storage) ? nil : .shared
  }

  func frozen(because reason: CopyReason?) throws(ArrayError) -> FrozenArray<Item> {
    let result: FrozenArray<Item>
    if let reason {
      result = FrozenArray(
        adopting: try array.erased.copied(.keep, because: reason, operation: "frozen"))
    } else {
      storage.freeze()
      result = FrozenArray(frozen: storage, layout: layout, rights: rights)
    }
    result.reportReceipt(
      .handedOver, by: "frozen", isShared: reason == nil, freedBy: .library, isWritable: false)
    return result
  }

  func detached(because reason: CopyReason?) throws(ArrayError) -> NDArray<Item> {
    var result = array
    if let reason {
      result = NDArray(
        adopting: try array.erased.copied(.keep, because: reason, operation: "detached"))
    }
    result.reportReceipt(
      .handedOver, by: "detached", isShared: reason == nil, freedBy: .library, isWritable: true)
    return result
  }
}
