// SPDX-License-Identifier: Apache-2.0

@_exported import ComplexModule
@_exported import StridedArrays
@_exported import StridedFiles
@_exported import StridedLayouts
@_exported import StridedLoops
@_exported import StridedMath
@_exported import StridedMemory
@_exported import StridedPictures
