// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by Scripts/doc-tests from all pages; change that instead.

import Strided

extension Guide {
static let sections: [Section] = [
sectionMaking,
sectionTakingApart,
sectionTurning,
sectionReshapingAndCopying,
sectionWriting,
sectionPicking,
sectionAssembling,
sectionCalculating,
sectionFunctions,
sectionAddingUpAndFinding,
sectionSortingAndCounting,
sectionProducts,
sectionLooking,
sectionComparingWholeArrays,
sectionRecords,
]
}

extension Article {
static let all: [Article] = [
.readme,
.assembling,
.calculating,
.frozenArrays,
.indexing,
.lesson1Views,
.lesson2Copies,
.lesson3ViewOrCopy,
.lesson4Sharing,
.lesson5Order,
.lesson6Strides,
.overlap,
.pictures,
.reshaping,
.seeingCopies,
.strided,
.strides,
.swiftInterop,
.viewsAndCopies,
]
}
