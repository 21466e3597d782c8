// SPDX-License-Identifier: Apache-2.0

import StridedLayouts
import Testing

@Suite struct IntegerTextTests {
  @Test(arguments: [([], "()"), ([3], "(3,)"), ([3, -4], "(3, -4)")] as [([Int], String)])
  func writesTuplesAsPythonDoes(_ numbers: [Int], _ text: String) {
    #expect(tuple(numbers) == text)
  }

  @Test func leavesOutSpacesWhereNumPyDoes() {
    #expect(tuple([3, 4], separator: ",") == "(3,4)")
    #expect(tuple([3], separator: ",") == "(3,)")
  }

  @Test(arguments: [[], [3], [3, -4, 5]])
  func interpolatesListsAsSwiftDoes(_ numbers: [Int]) {
    #expect("\(numbers)" == String(describing: numbers))
    #expect("\(0..<numbers.count)" == String(describing: 0..<numbers.count))
  }
}
