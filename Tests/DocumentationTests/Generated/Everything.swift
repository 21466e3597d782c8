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
sectionLooking,
]
}

extension Article {
static let all: [Article] = [
.overlap,
.reshaping,
.strided,
.strides,
.viewsAndCopies,
]
}
