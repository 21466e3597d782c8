// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct AxisListTests {
  @Test func editsMatchAnArray() {
    var list = AxisList()
    var model: [Axis] = []
    var copies: [(AxisList, [Axis])] = []
    var state: UInt64 = 42
    for step in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let random = Int(state >> 40)
      let axis = Axis(length: step, stride: -step)
      switch random % 4 {
      case 0 where model.count < 9:
        list.append(axis)
        model.append(axis)
      case 1 where model.count < 9:
        let place = random / 4 % (model.count + 1)
        list.insert(axis, at: place)
        model.insert(axis, at: place)
      case 2 where !model.isEmpty:
        let place = random / 4 % model.count
        #expect(list.remove(at: place) == model.remove(at: place))
      case 3 where !model.isEmpty:
        list[random / 4 % model.count] = axis
        model[random / 4 % model.count] = axis
      default: copies.append((list, model))
      }
      #expect(Array(list) == model && list == AxisList(model))
    }
    for (list, model) in copies { #expect(Array(list) == model) }
    #expect(!copies.isEmpty)
  }
}
