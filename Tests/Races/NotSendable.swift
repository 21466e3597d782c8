// SPDX-License-Identifier: Apache-2.0

import Strided

func needsSendable(_ value: some Sendable) {}

func typed(_ array: NDArray<Int>) {
  needsSendable(array)  // error: conformance of 'NDArray<Item>' to 'Sendable' is unavailable
}

func untyped(_ array: AnyNDArray) {
  needsSendable(array)  // error: conformance of 'AnyNDArray' to 'Sendable' is unavailable
}

func storage(_ array: NDArray<Int>) {
  needsSendable(array.storage)  // error: conformance of 'Storage' to 'Sendable' is unavailable
}
