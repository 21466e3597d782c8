// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays

/// One thing that a statement did to memory, or what it did each time it ran.
package struct MemoryAct {
  package enum Kind: String {
    /// Fresh memory.
    case new = "NEW"
    /// Another array on the same memory.
    case view = "VIEW"
    /// Fresh memory with elements that lie elsewhere too.
    case copy = "COPY"
    /// Elements were written.
    case write = "WRITE"
    /// Another name for an array, or another shape in place.
    case same = "SAME"
    /// Memory was given back.
    case free = "FREE"
  }

  /// How an array lies in memory.
  package struct Form: Hashable {
    package var dtype: String
    package var shape: [Int]
    package var strides: [Int]
    package var offset: Int
    /// The flags' first letters: C and F contiguous, Owning, Writable, Aligned.
    package var flags: String
    package var isRowMajor: Bool

    init(_ array: AnyNDArray) {
      dtype = array.dtype.isSwapped ? array.dtype.code : array.dtype.name
      shape = array.shape
      strides = array.strides
      offset = array.byteOffset
      let set = array.flags
      isRowMajor = set.isRowMajor
      flags =
        (set.isRowMajor ? "C" : "") + (set.isColumnMajor ? "F" : "") + (set.ownsMemory ? "O" : "")
        + (set.isWritable ? "W" : "") + (set.isAligned ? "A" : "")
    }
  }

  /// Why elements were copied.
  package struct Reason {
    package var text: String
    package var byteCount: Int
  }

  /// Elements of a variable that were written or got another value.
  package struct Elements {
    package var name: String
    /// Which ones; nil if there are too many to find out.
    package var set: ElementSet?
    /// Other names of the same array.
    package var aliases: [String] = []
  }

  package var kind: Kind
  /// The variable that holds the result or was written to; nil for a value without a name.
  package var name: String?
  /// The variable that a view or copy is of; nil if it has no name.
  package var source: String?
  package var operation: String
  package var form: Form?
  /// The bytes that were allocated, that a view shows, that were written or freed.
  package var byteCount: Int
  /// Whether the statement is about it, and not only needs it on the way.
  package var isMain = true
  /// Whether a view with a name keeps it, though it has none itself.
  var isKept = false
  /// Whether a view is of the memory that its statement made.
  var isOfKept = false
  /// Whether the array that was written to is a view.
  package var isThroughView = false
  /// The bytes of the array that a view is of.
  package var sourceByteCount = 0
  package var reasons: [Reason] = []
  /// The elements that were written; empty where indices picked them and none changed.
  package var written: Elements?
  /// Whether `written` names those that changed, because those that were written are not known.
  package var showsChangesOnly = false
  /// How many elements of the array written to have another value now; nil if not known.
  package var changedCount: Int?
  /// Elements of other variables that have another value now.
  package var changes: [Elements] = []
  /// The variables that keep memory which would be free without them.
  package var holders: [String] = []
  /// How often it happened.
  package var times = 1
  /// Whether `form` was the same each time.
  package var isUniform = true

  init(_ kind: Kind, by operation: String, name: String?, byteCount: Int, form: Form? = nil) {
    self.kind = kind
    self.operation = operation
    self.name = name
    self.byteCount = byteCount
    self.form = form
  }

  /// Adds the same act at another time; returns false if this is another act.
  mutating func merge(_ other: MemoryAct) -> Bool {
    guard kind == other.kind, operation == other.operation, name == other.name,
      source == other.source, isMain == other.isMain
    else { return false }
    if form != other.form { isUniform = false }
    times += other.times
    byteCount += other.byteCount
    sourceByteCount += other.sourceByteCount
    for reason in other.reasons {
      if let i = reasons.firstIndex(where: { $0.text == reason.text }) {
        reasons[i].byteCount += reason.byteCount
      } else {
        reasons.append(reason)
      }
    }
    showsChangesOnly = showsChangesOnly || other.showsChangesOnly
    if let mine = changedCount, let theirs = other.changedCount {
      changedCount = mine + theirs
    } else {
      changedCount = nil
    }
    if let more = other.written {
      if written?.add(more) != true { written = written ?? more }
    }
    for change in other.changes {
      var isKnown = false
      for i in changes.indices where !isKnown { isKnown = changes[i].add(change) }
      if !isKnown { changes.append(change) }
    }
    for holder in other.holders where !holders.contains(holder) { holders.append(holder) }
    return true
  }
}

extension MemoryAct.Elements {
  /// Adds elements of the same variable; returns false if they are of another one.
  fileprivate mutating func add(_ other: MemoryAct.Elements) -> Bool {
    guard name == other.name else { return false }
    for alias in other.aliases where !aliases.contains(alias) { aliases.append(alias) }
    guard let mine = set, let theirs = other.set else {
      set = nil
      return true
    }
    guard mine.shape == theirs.shape else { return false }
    set?.formUnion(theirs)
    return true
  }
}
