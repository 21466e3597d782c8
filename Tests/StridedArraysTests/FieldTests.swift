// SPDX-License-Identifier: Apache-2.0

import ComplexModule
import StridedArrays
import StridedLayouts
import StridedMemory
import Testing

private struct Vector: Storable, Equatable {
  var x, y, z: Float
}

private struct Particle: Storable, Equatable {
  var isAlive: Bool
  var position: Vector
  var charge: (Int8, Int8)
  var history: InlineArray<3, Double>
  var mass: Double
  let id: Int32
  var speed: Double { Double(position.x) }
  var observed: Int { didSet {} }

  init(_ i: Int) {
    isAlive = i % 2 == 0
    position = Vector(x: Float(i), y: Float(i) + 0.25, z: Float(i) + 0.5)
    charge = (Int8(i), Int8(-i))
    history = [Double(i), Double(i) * 2, Double(i) * 3]
    mass = Double(i) * 10
    id = Int32(i)
    observed = i
  }

  static func == (left: Particle, right: Particle) -> Bool {
    left.id == right.id && left.position == right.position && left.mass == right.mass
  }
}

/// Five bytes, of which Swift puts the next field into the padding behind.
private struct Padded: Storable, Equatable {
  var number: Int32
  var small: UInt8
}

private struct Packed: Storable, Equatable {
  var padded: Padded
  var inPadding: UInt8
}

private struct Pixel: Storable, AnyBitPattern, Equatable {
  var r, g, b: UInt8
}

@Suite struct FieldTests {
  private let particles = NDArray((0..<12).map(Particle.init), shape: [3, 4])

  @Test func aFieldIsAStridedView() {
    let mass = particles[\.mass]
    #expect(mass.isView(of: particles) && mass.sharesMemory(with: particles))
    #expect(mass.strides == particles.strides)
    #expect(mass.byteOffset == MemoryLayout<Particle>.offset(of: \.mass))
    #expect(mass.sum() == 660)
    #expect(!mass.sharesMemory(with: particles[\.position.x]))
    #expect(Array(particles[1..., ..<2][\.id]) == [4, 5, 8, 9])
    #expect(Array(particles.transposed()[\.id]) == [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11])
    #expect(Array(particles.flipped()[\.id].elements).first == 11)
  }

  @Test func writingAFieldWritesTheStructs() {
    particles[\.mass] += 1
    particles[1, ...][\.mass] = NDArray(scalar: -7)
    #expect(particles[0, 3].mass == 31)
    #expect(particles[1, 2].mass == -7)
    particles[0, 0].mass = 5
    #expect(particles[\.mass][0, 0] == 5)
    particles[\.isAlive].fill(false)
    #expect(!particles[2, 2].isAlive)
    #expect(particles[2, 2].id == 10)
    let (_, ledger) = withLedger { particles[\.position.y] *= 2 }
    #expect(ledger.copyCount == 0)
    #expect(particles[0, 1].position == Vector(x: 1, y: 2.5, z: 1.5))
  }

  @Test func keyPathsNestAndNamePartsOfTuples() {
    #expect(Array(particles[\.position.z][0, ...]) == [0.5, 1.5, 2.5, 3.5])
    #expect(Array(particles[\.charge.1][0, ...]) == [0, -1, -2, -3])
    #expect(particles[\.position][2, 3] == Vector(x: 11, y: 11.25, z: 11.5))
    #expect(Array(particles[\.position][\.x]) == Array(particles[\.position.x]))
    particles[\.position][0, ...] = NDArray(scalar: Vector(x: 1, y: 2, z: 3))
    #expect(particles[0, 3].position == Vector(x: 1, y: 2, z: 3))
    #expect(particles[0, 3].mass == 30)
  }

  @Test func listsOfFixedLengthGiveAnAxis() {
    let history = particles[\.history]
    #expect(history.shape == [3, 4, 3])
    #expect(history.strides == particles.strides + [8])
    #expect(Array(history[1, 1, ...]) == [5, 10, 15])
    particles[\.history][..., 2] = NDArray(scalar: 0)
    #expect(particles[2, 3].history[1] == 22 && particles[2, 3].history[2] == 0)
    #expect(Array(particles[0, 1..<2].copy().frozen()[\.history]) == [1, 2, 0])
  }

  @Test func onlyWhatMayBeWrittenCan() {
    #expect(particles[\.mass].isWritable)
    #expect(!particles[\.id].isWritable)
    #expect(!particles.broadcast(to: [2, 3, 4])[\.mass].isWritable)
    // Writing whole elements of `padded` would write its padding, in which a field lies.
    let packed = NDArray([Packed(padded: Padded(number: 1, small: 2), inPadding: 3)])
    #expect(MemoryLayout<Packed>.offset(of: \.inPadding) == 5)
    #expect(!packed[\.padded].isWritable)
    #expect(packed[\.padded.small].isWritable && packed[\.inPadding].isWritable)
    #expect(packed[\.padded][0] == Padded(number: 1, small: 2))
    packed[\.padded.number].fill(9)
    #expect(packed[0] == Packed(padded: Padded(number: 9, small: 2), inPadding: 3))
  }

  @Test func onlyStoredPropertiesHaveAPlace() async {
    #expect(particles.field(\.mass) != nil)
    #expect(particles.field(\.speed) == nil)
    #expect(particles.field(\.observed) == nil)
    #expect(particles.frozen().field(\.speed) == nil)
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let particles = NDArray([Particle(1)])
      _ = particles[\.speed]
    }
    let text = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
    #expect(text.contains("in Particle") && text.contains("only stored properties"))
  }

  @Test func fieldsOfFrozenArraysAreFrozen() {
    let frozen = particles.copy().frozen()
    let mass: FrozenArray<Double> = frozen[\.mass]
    #expect(mass.sum() == 660 && !mass.isWritable)
    #expect(mass.sharesMemory(with: frozen))
  }

  @Test func emptyArraysHaveFields() {
    let none = NDArray([Particle](), shape: [0, 4])
    #expect(none[\.mass].shape == [0, 4])
    #expect(none[\.history].shape == [0, 4, 3])
    #expect(NDArray(scalar: Particle(3))[\.mass].shape == [])
  }

  @Test func bytesBecomeStructsWhereAnyBytesAreOne() {
    let bytes = NDArray<UInt8>((0..<12).map(UInt8.init), shape: [2, 6])
    let pixels = bytes.view(as: Pixel.self)
    #expect(pixels.shape == [2, 2] && pixels.sharesMemory(with: bytes))
    #expect(pixels[1, 0] == Pixel(r: 6, g: 7, b: 8))
    #expect(Array(pixels[\.g]) == [1, 4, 7, 10])
    pixels[\.b].fill(0)
    #expect(Array(bytes[0, ...]) == [0, 1, 0, 3, 4, 0])
    #expect(pixels.view(as: UInt8.self).isView(of: bytes))
  }

  @Test func partsOfComplexNumbersAreFields() {
    let z = NDArray([Complex(1.0, 2), Complex(3.0, -4)])
    #expect(z.field(\.real) == nil)
    #expect(Array(z.imaginary()) == [2, -4])
  }
}
