// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct RecipeTests {
  private func recipe(_ base: Layout, _ terms: AxisIndex...) throws -> ViewRecipe? {
    try base.indexed(by: terms).recipe(from: base, itemSize: 8)
  }

  @Test func spellings() throws {
    let line = try Layout.dense(shape: [5], itemSize: 8)
    let matrix = try Layout.dense(shape: [3, 4], itemSize: 8)
    #expect(try recipe(line, .slice(1, 4))?.description == "[1..<4]")
    #expect(try recipe(line, .slice(1, 4))?.numpy == "[1:4]")
    #expect(try recipe(line, .every(-1))?.description == "[.every(-1)]")
    #expect(try recipe(line, .slice(-1, nil), .newAxis)?.description == "[4..., .newAxis]")
    #expect(try recipe(matrix, .all, .every(2))?.description == "[.all, .every(2)]")
    #expect(try recipe(matrix, .all, .every(2))?.numpy == "[:, ::2]")
    #expect(try recipe(matrix, .all)?.description == "[.all]")
    #expect(try recipe(matrix, .index(1))?.description == "[1, ...]")
    #expect(try recipe(matrix, .all, .index(1))?.description == "[.all, 1]")
    #expect(try recipe(matrix, .index(1), .index(2))?.numpy == "[1, 2, ...]")
    #expect(try recipe(matrix, .newAxis, .slice(nil, 0, -1))?.numpy == "[None, :0:-1]")
    #expect(try recipe(matrix, .slice(2, 1))?.numpy == "[0:0]")
  }

  @Test func thereIsNoneForOtherViews() throws {
    let matrix = try Layout.dense(shape: [3, 4], itemSize: 8)
    #expect(matrix.transposed().recipe(from: matrix, itemSize: 8) == nil)
    #expect(try matrix.reshaped(to: [12], itemSize: 8).recipe(from: matrix, itemSize: 8) == nil)
    #expect(try matrix.broadcast(to: [2, 3, 4]).recipe(from: matrix, itemSize: 8) == nil)
    #expect(try matrix.diagonal().recipe(from: matrix, itemSize: 8) == nil)
    #expect(try matrix.advanced(by: 4).recipe(from: matrix, itemSize: 8) == nil)
    let deep = try Layout.dense(shape: Array(repeating: 1, count: 64), itemSize: 8)
    #expect(try deep.advanced(by: 8).recipe(from: deep, itemSize: 8) == nil)
    #expect(deep.recipe(from: deep, itemSize: 8)?.terms == [.all])
  }

  @Test func everySmallViewIsFoundAgain() throws {
    let terms: [AxisIndex] = [
      .all, .newAxis, .ellipsis, .index(0), .index(-1), .slice(1, nil), .slice(nil, -1),
      .every(2), .every(-1), .slice(1, nil, -2), .slice(2, 2), .slice(1, 2),
    ]
    let bases = [
      try Layout.dense(shape: [3, 4], itemSize: 8),
      try Layout.dense(shape: [3, 1, 2], itemSize: 8).transposed(),
      try Layout.dense(shape: [3], itemSize: 8).broadcast(to: [2, 3]),
      try Layout.dense(shape: [4, 3], itemSize: 8).flipped(),
      try Layout.dense(shape: [2, 0], itemSize: 8),
    ]
    var found = 0
    for base in bases {
      for first in terms {
        for second in terms {
          for third in terms {
            guard let view = try? base.indexed(by: [first, second, third]) else { continue }
            let recipe = view.recipe(from: base, itemSize: 8)
            #expect(recipe != nil, "\([first, second, third]) of \(base.shape)")
            if let recipe {
              #expect(try base.indexed(by: recipe.terms).addressesSameElements(as: view))
              found += 1
            }
          }
        }
      }
    }
    #expect(found > 500)
  }
}
