// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

@Suite struct DetachedTests {
  private actor Shelf {
    private var kept: NDArray<Int>?

    func put(_ array: sending NDArray<Int>) { kept = array }

    /// What was stored can be sent on, which the compiler can't see.
    func give() -> sending NDArray<Int> {
      (kept.take() ?? NDArray([])).detached()
    }
  }

  @Test func whatIsUniquelyHeldIsSentWithoutACopy() async {
    let shelf = Shelf()
    let array = NDArray(0..<5)
    let address = array.address
    await shelf.put(consume array)
    let (back, ledger) = await withLedger { await shelf.give() }
    #expect(back.address == address)
    #expect(ledger.copyCount == 0)
    #expect(Array(back) == Array(0..<5))
  }

  @Test func whatIsHeldElsewhereIsCopied() throws {
    let array = NDArray(0..<5)
    let view = array[1...]
    let (sent, ledger) = withLedger { (copy array).detached() }
    #expect(ledger.copies.map(\.reason) == [.shared])
    #expect(ledger.copies.map(\.operation) == ["detached"])
    sent[1] = 99
    #expect(view[0] == 1)
    #expect { _ = try (copy array).detached(copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .shared
    }
    #expect { _ = try (copy array).frozen(copying: .never) } throws: {
      ($0 as? ArrayError)?.copyReason == .shared
    }
  }

  @Test func askingBeforeFreezing() {
    var array = NDArray(0..<5)
    // The macro would hold the array a second time.
    let alone = array.copyReasonOfFreezing()
    #expect(alone == nil)
    let view = array[1...]
    let (freezing, detaching) = (array.copyReasonOfFreezing(), array.copyReasonOfDetaching())
    #expect(freezing == .shared && detaching == .shared)
    var fixed = NDArray(0..<5).frozen().reader
    let again = fixed.copyReasonOfFreezing()
    #expect(again == nil)
    // The only handle on frozen memory is sent as it is, still read-only.
    let sending = fixed.copyReasonOfDetaching()
    #expect(sending == nil)
    #expect(Array(array) == Array(0..<5) && view.isView(of: array))
  }

  @Test func forcedCopiesAreExplicit() throws {
    let ledger = try withLedger { () throws(ArrayError) in
      _ = try NDArray([1, 2]).frozen(copying: .always)
      _ = try NDArray([1, 2]).detached(copying: .always)
    }.ledger
    #expect(ledger.copies.map(\.reason) == [.explicit, .explicit])
  }
}
