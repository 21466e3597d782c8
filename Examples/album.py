import numpy as np

album = np.arange(12).reshape(3, 4)
window = album[1:, ::2]
window[0] = 99
album[1:] += album[:-1]
for photo in album:
    photo[0] = -1

ends = album[[0, 2]]
flat = album.T.reshape(-1)
bright = album * 2
print(bright)
