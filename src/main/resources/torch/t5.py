# T5, mT5 and Flan-T5: encoder-decoder transformers that know of places only how far apart they are.
#
# Sizes in comments and what is common to all such scripts: encoder_decoder.py. Nothing is divided by the root of the
# depth. Norms (of the root of the mean square: scale alone) come before blocks; after those of the layers come the last
# ones of both sides. The sum that runs through the layers is float32 in every precision. Where the feed-forward
# block is gated its first layer is two, the activated one first.
class T5(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  gated : bool
  epsilon : float
  head_scale : float
  buckets : int
  farthest : int
  longest : int
  distances : List[Tensor]

  # include linear.py

  # ---- loading ----

  def add_scale(self: __torch__.T5, scale: Tensor) -> NoneType:
    _0 = torch.append(self.norms, torch.clone(scale))
    return None

  # table: [buckets, heads] of the encoder, then of the decoder. Kept is the bias of every distance, [distances, heads]:
  # of keys from `longest` - 1 before the query to as many after it for the encoder; from 0 before it for the decoder.
  def add_distances(self: __torch__.T5, table: Tensor) -> NoneType:
    here = ops.prim.device(table)
    if torch.len(self.distances) == 0:
      offsets = torch.arange(1 - self.longest, self.longest, dtype=4, layout=None, device=here)
      half = self.buckets // 2
      bucket = torch.add(torch.mul(torch.to(torch.gt(offsets, 0), 4), half), (self).bucket(torch.abs(offsets), half))
    else:
      bucket = (self).bucket(torch.arange(self.longest, dtype=4, layout=None, device=here), self.buckets)
    _0 = torch.append(self.distances, torch.embedding(table, bucket))
    return None

  # Raffel et al. 2020: half of the buckets for one distance each, the rest for ranges that grow up to `farthest`
  # distance: [distances], not negative
  def bucket(self: __torch__.T5, distance: Tensor, buckets: int) -> Tensor:
    exact = buckets // 2
    growth = torch.div(torch.log(torch.div(torch.to(distance, 6), exact)), torch.log(torch.div(self.farthest, exact)))
    far = torch.add(torch.to(torch.mul(growth, buckets - exact), 4), exact)
    far = torch.minimum(far, torch.full_like(far, buckets - 1))
    return torch.where(torch.lt(distance, exact), distance, far)

  # ---- layers ----

  def norm(self: __torch__.T5, x: Tensor, i: int) -> Tensor:
    square = torch.mean(torch.mul(x, x), [-1], True)
    return torch.mul(torch.mul(x, torch.rsqrt(torch.add(square, self.epsilon))), self.norms[i])

  def before(self: __torch__.T5, x: Tensor, i: int) -> Tensor:
    return (self).norm(x, i)

  def after(self: __torch__.T5, x: Tensor, y: Tensor, i: int) -> Tensor:
    return torch.add_(y, x)

  def feed_forward(self: __torch__.T5, x: Tensor, i: int, n: int) -> Tensor:
    inner = (self).linear((self).norm(x, n), i)
    if self.gated:
      parts = torch.chunk(inner, 2, 1)
      inner = torch.mul((self).activate(torch.contiguous(parts[0])), parts[1])
    else:
      inner = (self).activate(inner)
    return (self).after(x, (self).linear(inner, i + 1), n)

  def enter(self: __torch__.T5, ids: Tensor, places: Tensor, side: int) -> Tensor:
    return (self).look_up(ids, 0)

  def leave(self: __torch__.T5, x: Tensor, side: int) -> Tensor:
    y = (self).norm(x, 2 * self.encoders + 3 * self.decoders + side)
    if side == 1:
      y = torch.mul_(y, self.head_scale)
    else:
      pass
    return y

  # ---- the bias of distance, the same in all layers of a side; none in cross attention ----

  # of each group [heads, time, time]
  def encoder_biases(self: __torch__.T5, times: List[int]) -> List[Tensor]:
    biases = annotate(List[Tensor], [])
    for g in range(torch.len(times)):
      places = torch.arange(times[g], dtype=4, layout=None, device=ops.prim.device(self.distances[0]))
      offsets = torch.sub(torch.unsqueeze(places, 0), torch.unsqueeze(places, 1))
      _0 = torch.append(biases, (self).bias(torch.add(offsets, self.longest - 1), 0))
    return biases

  # [heads, time, past + time]
  def decoder_bias(self: __torch__.T5, past: int, time: int) -> List[Tensor]:
    here = ops.prim.device(self.distances[1])
    queries = torch.arange(past, past + time, dtype=4, layout=None, device=here)
    keys = torch.arange(past + time, dtype=4, layout=None, device=here)
    distances = torch.clamp(torch.sub(torch.unsqueeze(queries, 1), torch.unsqueeze(keys, 0)), 0)
    return [(self).bias(distances, 1)]

  def bias(self: __torch__.T5, places: Tensor, side: int) -> Tensor:
    return torch.contiguous(torch.permute(torch.embedding(self.distances[side], places), [2, 0, 1]))

  # include encoder_decoder.py

  # include search.py
