// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedPictures
import Testing

@Suite struct BufferPictureTests {
  @Test func aRowALine() {
    let a = NDArray(0..<12, shape: [3, 4])
    #expect(BufferPicture(a[..., 1]).text() == " 0 ·█··\n32 ·█··\n64 ·█··")
    #expect(BufferPicture(a[1...].transposed()).text(ascii: true) == " 0 ....\n32 ####\n64 ####")
  }

  @Test func reversedBroadcastAndEmptyViews() {
    let a = NDArray<UInt8>([1, 2, 3, 4, 5, 6])
    #expect(BufferPicture(a[.every(-2)]).text(ascii: true) == "0 .#.#.#")
    #expect(BufferPicture(a[2...2].broadcast(to: [9, 1])).text(ascii: true) == "0 ..#...")
    #expect(BufferPicture(a[[.slice(Slice(4, 2))]]).text(ascii: true) == "0 ......")
    #expect(BufferPicture(NDArray<Int>([])).text() == "")
  }

  @Test func longPicturesLeaveOutTheirMiddle() {
    let a = NDArray(0..<4000, shape: [100, 40])
    let text = BufferPicture(a[50, ...], height: 4).text(ascii: true)
    #expect(text.split(separator: "\n").count == 5)
    #expect(text.contains("… 96 more lines") && !text.contains("#"))
  }
}
