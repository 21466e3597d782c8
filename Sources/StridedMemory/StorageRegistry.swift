// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  public import StridedLayouts
  public import Synchronization

  /// The storages that are alive and the arrays that lie on them, counted while it is on.
  ///
  /// Off until `start()`. While it is on, each array that an operation makes gets a counted
  /// reference to its memory, so that the registry sees when it goes; variables that hold the same
  /// array count once, as names of one object do in NumPy. Arrays from before are not counted.
  /// Off, it costs one relaxed load and a branch for each array made.
  ///
  ///     StorageRegistry.start()
  ///     let few = NDArray<Int>.zeros([1 << 28])[..<5]
  ///     print(StorageRegistry.report)
  ///     // 1 storage, 2.1 GB
  ///     //   2.1 GB owned, 1 array
  ///     //     [5] int64: 40 B used keep 2.1 GB
  public enum StorageRegistry {
    /// How many times it was started and not stopped again.
    @usableFromInline static let starts = Atomic<Int>(0)

    /// Whether arrays are being counted.
    @inlinable public static var isOn: Bool { starts.load(ordering: .relaxed) > 0 }

    /// Counts arrays, of the whole process, until `stop()` has been called as often.
    public static func start() { starts.add(1, ordering: .relaxed) }

    /// Stops counting; arrays counted so far stay listed until they go.
    public static func stop() { starts.subtract(1, ordering: .relaxed) }

    /// The storages that are alive and known, oldest first.
    public static var storages: [LiveStorage] {
      records().sorted { $0.number < $1.number }.map(\.live)
    }

    /// What is known of the memory that `storage` is, or nil if nothing is.
    public static func entry(of storage: Storage) -> LiveStorage? {
      let id = ObjectIdentifier(storage.original.object)
      return records { $0 == id }.first?.live
    }

    /// All storages and their arrays as text: a line for the totals, each storage and each array.
    public static var report: String {
      let all = storages
      let bytes = all.reduce(0) { $0 &+ $1.byteCount }
      let head = "\(all.count) \(all.count == 1 ? "storage" : "storages"), \(bytes.asByteCount)"
      return all.reduce(head) { text, storage in
        let lines = storage.description.split(separator: "\n")
        return lines.reduce(text) { $0 + "\n  " + $1 }
      }
    }
  }

  // MARK: What is recorded

  /// A reference that does not keep its storage alive.
  private struct Weak: @unchecked Sendable {
    private weak var object: StorageObject?

    init(_ storage: Storage) { object = storage.object }

    var storage: Storage? { object.map { Storage($0) } }
  }

  private struct Record: Sendable {
    var number: Int
    var origin: Weak
    var isComplete: Bool
    var arrays: [Int: (standIn: Weak, array: LiveStorage.View)] = [:]
  }

  /// A record and its storage, which is held so that it can't go before the lock is released.
  private struct Held: @unchecked Sendable {
    var number: Int
    var storage: Storage
    var isComplete: Bool
    var arrays: [LiveStorage.View]

    var live: LiveStorage {
      LiveStorage(
        address: UInt(bitPattern: storage.address), byteCount: storage.byteCount,
        kind: storage.kind, isComplete: isComplete, views: arrays)
    }
  }

  private struct Records: Sendable {
    var last = 0
    var all: [ObjectIdentifier: Record] = [:]
    /// At this size records of storages that are gone are thrown away.
    var limit = 64

    mutating func next() -> Int {
      last += 1
      return last
    }

    /// Makes sure that there is a record of `origin`; an identifier may have belonged to another.
    ///
    /// What it returns must be let go only after the lock: what goes may take the lock itself.
    mutating func know(_ origin: Storage, isComplete: Bool) -> Kept {
      let id = ObjectIdentifier(origin.object)
      if let known = all[id]?.origin.storage, known === origin { return Kept() }
      var alive = Kept()
      if all.count >= limit {
        for (id, record) in all {
          let storage = record.origin.storage
          if storage == nil { all[id] = nil } else { alive.storages.append(storage) }
        }
        limit = max(64, 2 * all.count)
      }
      all[id] = Record(number: next(), origin: Weak(origin), isComplete: isComplete)
      return alive
    }
  }

  /// Storages that were looked at under the lock.
  private struct Kept: @unchecked Sendable {
    var storages: [Storage?] = []
  }

  private let state = Mutex(Records())

  extension StorageRegistry {
    /// Notes a storage that was just made, whose arrays will all be counted.
    static func note(_ storage: Storage) {
      _ = state.withLock { $0.know(storage, isComplete: true) }
    }

    /// A stand-in for `storage`, counted until it goes.
    @usableFromInline static func counted(
      _ storage: Storage, _ layout: Layout, _ dtype: DType, isRoot: Bool
    ) -> Storage {
      let origin = storage.original
      let id = ObjectIdentifier(origin.object)
      let view = LiveStorage.View(
        shape: layout.shape, strides: layout.strides, dtype: dtype, isBase: isRoot,
        usedBytes: layout.usedByteCount(itemSize: dtype.itemSize))
      let number = state.withLock { $0.next() }
      let standIn = Storage(standingFor: origin) {
        // The stand-in still holds the storage, so that the identifier is nobody else's.
        state.withLock { _ = $0.all[id]?.arrays.removeValue(forKey: number) }
      }
      let reference = Weak(standIn)
      _ = state.withLock { records in
        let kept = records.know(origin, isComplete: false)
        records.all[id]?.arrays[number] = (reference, view)
        return kept
      }
      return standIn
    }

    /// All references to the memory of `storage` that arrays hold.
    static func references(to storage: Storage) -> [Storage] {
      let id = ObjectIdentifier(storage.original.object)
      // Nothing may be released under the lock: what goes takes the lock itself.
      let standIns = state.withLock { $0.all[id]?.arrays.values.map(\.standIn) } ?? []
      return [storage.original] + standIns.compactMap(\.storage)
    }

    private static func records(
      where isWanted: @Sendable (ObjectIdentifier) -> Bool = { _ in true }
    ) -> [Held] {
      state.withLock { records in
        records.all.compactMap { id, record in
          guard isWanted(id), let storage = record.origin.storage else { return nil }
          let arrays = record.arrays.sorted { $0.key < $1.key }.map(\.value.array)
          return Held(
            number: record.number, storage: storage, isComplete: record.isComplete, arrays: arrays)
        }
      }
    }
  }
#endif
