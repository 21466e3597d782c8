// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

/// Each runs in a process of its own, because the registry counts the arrays of the whole process.
@Suite struct StorageRegistryTests {
  @Test func fewBytesKeepMany() async {
    await #expect(processExitsWith: .success) {
      StorageRegistry.start()
      let few = NDArray<Int>.zeros([1 << 28])[..<5]
      let live = try #require(few.liveStorage)
      #expect(live.byteCount == 1 << 31)
      #expect(live.isComplete)
      #expect(live.views.map(\.usedBytes) == [40])
      #expect(live.idleBytes == 1 << 31 - 40)
      #expect(
        StorageRegistry.report == """
          1 storage, 2.1 GB
            2.1 GB owned, 1 array
              [5] int64: 40 B used keep 2.1 GB
          """)
    }
  }

  @Test func viewsAreListedWhileTheyLive() async {
    await #expect(processExitsWith: .success) {
      StorageRegistry.start()
      let matrix = NDArray<Int>.zeros([3, 4])
      let sameName = matrix
      #expect(matrix.liveStorage?.views.map(\.isBase) == [true])
      do {
        let column = matrix[..., 1]
        let turned = matrix.transposed()
        let repeated = column.broadcast(to: [9, 3])
        let views = try #require(sameName.liveStorage?.views)
        #expect(views.map(\.shape) == [[3, 4], [3], [4, 3], [9, 3]])
        #expect(views.map(\.usedBytes) == [96, 24, 96, 24])
        #expect(views.map(\.strides) == [[32, 8], [32], [8, 32], [0, 32]])
        withExtendedLifetime((column, turned, repeated)) {}
      }
      #expect(matrix.liveStorage?.views.count == 1)
      #expect(matrix.liveStorage?.idleBytes == 0)
      withExtendedLifetime(sameName) {}
    }
  }

  @Test func storagesGoAndOlderOnesAreIncomplete() async {
    await #expect(processExitsWith: .success) {
      let older = NDArray([1, 2, 3])
      #expect(older.liveStorage == nil)
      StorageRegistry.start()
      for _ in 0..<200 { _ = NDArray([1, 2]) + 1 }
      #expect(StorageRegistry.storages.isEmpty)
      let view = older[1...]
      #expect(view.liveStorage?.isComplete == false)
      #expect(view.liveStorage?.idleBytes == 0)
      #expect(
        StorageRegistry.report == """
          1 storage, 24 B
            24 B owned, 1 array since the registry was started
              [2] int64: 16 B used keep 24 B
          """)
      StorageRegistry.stop()
      #expect(!StorageRegistry.isOn)
      #expect(NDArray([1]).liveStorage == nil)
      withExtendedLifetime(view) {}
    }
  }

  @Test func arraysBehaveAsEver() async {
    await #expect(processExitsWith: .success) {
      StorageRegistry.start()
      let album = NDArray([10, 20, 30, 40, 50])
      let window = album[1..<4]
      window[0] = 999
      #expect(album[1] == 999)
      #expect(window.isView(of: album) && window.sharesMemory(with: album))
      #expect(window.base?.storage.isSame(as: album.storage) == true)
      #expect(window.recipe?.description == "[1..<4]")
      // A live view is another handle, so that freezing copies.
      let ledger = withLedger { _ = (copy album).frozen() }.ledger
      #expect(ledger.copies.map(\.reason) == [.shared])
      let (fixed, fresh) = withLedger { (NDArray(0..<6) * 2).frozen() }
      #expect(fresh.copyCount == 0)
      // What is frozen is so through every handle.
      let open = NDArray([1, 2, 3])
      let tail = open[1...]
      open.storage.freeze()
      #expect(!tail.isWritable && !open.isWritable && fixed[1...].isWritable == false)
      album[1...] = album[..<4]
      #expect(Array(album) == [10, 10, 999, 30, 40])
    }
  }

  @Test func manyThreadsMakeViews() async {
    await #expect(processExitsWith: .success) {
      StorageRegistry.start()
      let frozen = NDArray(0..<100).frozen()
      await withTaskGroup(of: Void.self) { group in
        for i in 0..<8 {
          group.addTask { for j in 0..<200 { _ = frozen[i...][j % 10].sum() + NDArray([j]).sum() } }
        }
      }
      #expect(frozen.liveStorage?.views.count == 1)
      #expect(StorageRegistry.storages.count == 1)
    }
  }

  @Test func usedBytesAreCountedExactly() throws {
    func used(_ shape: [Int], _ strides: [Int], _ itemSize: Int = 8) throws -> Int {
      try Layout(shape: shape, strides: strides, offset: 0).usedByteCount(itemSize: itemSize)
    }
    #expect(try used([5], [8]) == 40)
    #expect(try used([5], [-16]) == 40)
    #expect(try used([0, 5], [8, 8]) == 0)
    #expect(try used([], []) == 8)
    #expect(try used([1000, 5], [0, 8]) == 40)
    // Windows of 3 over 6 elements, and elements that meet in odd places.
    #expect(try used([4, 3], [8, 8]) == 48)
    #expect(try used([3, 3], [5, 7], 2) == 18)
    #expect(try used([3, 3], [4, 8], 2) == 14)
  }
}
