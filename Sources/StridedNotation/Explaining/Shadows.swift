// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

/// Copies of storages, which tell what a write changed.
struct Shadows {
  /// How many bytes are copied; of storages beyond, writes are known by their addresses only.
  static let mostBytes = 64 << 20

  private var copies: [UInt: [UInt8]] = [:]
  private(set) var byteCount = 0

  /// Copies the bytes of a storage as they are, unless they are too many.
  mutating func note(_ storage: Storage) {
    forget(storage.key)
    guard storage.byteCount <= Shadows.mostBytes - byteCount else { return }
    copies[storage.key] = [UInt8](
      UnsafeRawBufferPointer(start: storage.address, count: storage.byteCount))
    byteCount += storage.byteCount
  }

  func knows(_ storage: Storage) -> Bool { copies[storage.key]?.count == storage.byteCount }

  mutating func forget(_ key: UInt) {
    if let old = copies.removeValue(forKey: key) { byteCount -= old.count }
  }

  /// Forgets all storages but these.
  mutating func keep(only keys: Set<UInt>) {
    for key in Array(copies.keys) where !keys.contains(key) { forget(key) }
  }

  /// The bytes in a range that are no longer what they were; nil if they are not known. They are
  /// known as they are now afterwards.
  mutating func changes(in range: Range<Int>, of storage: Storage) -> ByteSet? {
    guard knows(storage), range.upperBound <= storage.byteCount, range.lowerBound >= 0 else {
      return nil
    }
    var changed = ByteSet()
    // Taken out and put back, so that the bytes are not copied.
    guard var old = copies.removeValue(forKey: storage.key) else { return nil }
    let new = UnsafeRawBufferPointer(start: storage.address, count: storage.byteCount)
    old.withUnsafeMutableBytes { old in
      var byte = range.lowerBound
      while byte < range.upperBound {
        if byte + 8 <= range.upperBound,
          old.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
            == new.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
        {
          byte += 8
          continue
        }
        if old[byte] != new[byte] {
          changed.append(byte..<byte + 1)
          old[byte] = new[byte]
        }
        byte += 1
      }
    }
    copies[storage.key] = old
    return changed
  }
}

extension Storage {
  /// What tells a storage from others that are alive.
  var key: UInt { UInt(bitPattern: address) }
}
