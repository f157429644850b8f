# Encoder-decoder transformers: Marian, BART, mBART, PEGASUS, M2M100 and NLLB.
#
# Sizes in comments and what is common to all such scripts: encoder_decoder.py. The root of the depth is divided out of
# the weights of queries. Norms have scale and bias each; after those of the layers come those of the embeddings of
# both sides and the last ones of both sides, where there are any.
class Transformer(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  norm_first : bool
  norm_embeddings : bool
  norm_last : bool
  scale : float
  pad_place : int
  places : List[Tensor]

  # include linear.py

  # ---- loading ----

  # The position of each place, [unused + longest, width], of the encoder, then of the decoder.
  def add_places(self: __torch__.Transformer, table: Tensor, unused: int) -> NoneType:
    _0 = torch.append(self.places, torch.clone(torch.slice(table, 0, unused)))
    return None

  # Sines in the first half, cosines in the second: sin(p r^i), where r^(width / 2) is 1 / 10000
  def add_sinusoids(self: __torch__.Transformer, longest: int) -> NoneType:
    half = self.width // 2
    here = ops.prim.device(self.tables[0])
    powers = torch.div(torch.arange(half, dtype=7, layout=None, device=here), float(half))
    rates = torch.exp(torch.mul(powers, torch.neg(torch.log(10000.))))
    angles = torch.mul(torch.unsqueeze(torch.arange(longest, dtype=7, layout=None, device=here), 1), torch.unsqueeze(rates, 0))
    _0 = torch.append(self.places, torch.to(torch.cat([torch.sin(angles), torch.cos(angles)], 1), 6))
    return None

  # The same where r^(width / 2 - 1) is 1 / 10000 and the first place has number `first`.
  def add_shifted_sinusoids(self: __torch__.Transformer, longest: int, first: int) -> NoneType:
    half = self.width // 2
    here = ops.prim.device(self.tables[0])
    rate = torch.div(torch.log(10000.), float(half - 1))
    rates = torch.exp(torch.mul(torch.arange(half, dtype=6, layout=None, device=here), torch.neg(rate)))
    numbers = torch.add(torch.arange(longest, dtype=6, layout=None, device=here), first)
    angles = torch.mul(torch.unsqueeze(numbers, 1), torch.unsqueeze(rates, 0))
    _0 = torch.append(self.places, torch.cat([torch.sin(angles), torch.cos(angles)], 1))
    return None

  # ---- layers ----

  def norm(self: __torch__.Transformer, x: Tensor, i: int) -> Tensor:
    return torch.layer_norm(x, [self.width], self.norms[2 * i], self.norms[2 * i + 1], 1.0000000000000001e-05)

  # x before a block, and its sum with what the block gave: the norm is in the first or in the second
  def before(self: __torch__.Transformer, x: Tensor, i: int) -> Tensor:
    if self.norm_first:
      return (self).norm(x, i)
    else:
      return x

  def after(self: __torch__.Transformer, x: Tensor, y: Tensor, i: int) -> Tensor:
    sum = torch.add_(y, x)
    if self.norm_first:
      return sum
    else:
      return (self).norm(sum, i)

  def feed_forward(self: __torch__.Transformer, x: Tensor, i: int, n: int) -> Tensor:
    inner = (self).activate((self).linear((self).before(x, n), i))
    return (self).after(x, (self).linear(inner, i + 1), n)

  # ids, places: [tokens]; side: 0 encoder, 1 decoder; gives [tokens, width]
  def enter(self: __torch__.Transformer, ids: Tensor, places: Tensor, side: int) -> Tensor:
    table = ops.prim.min(side, torch.len(self.tables) - 1)
    x = torch.mul_((self).look_up(ids, table), self.scale)
    x = torch.add_(x, (self).positions(ids, places, side))
    if self.norm_embeddings:
      x = (self).norm(x, 2 * self.encoders + 3 * self.decoders + side)
    else:
      pass
    return x

  # M2M100 gives padding no position
  def positions(self: __torch__.Transformer, ids: Tensor, places: Tensor, side: int) -> Tensor:
    p = torch.index_select(self.places[side], 0, places)
    if self.pad_place >= 0:
      p = torch.mul(p, torch.to(torch.unsqueeze(torch.ne(ids, self.pad_place), 1), 6))
    else:
      pass
    return p

  def leave(self: __torch__.Transformer, x: Tensor, side: int) -> Tensor:
    if self.norm_last:
      before = 2 * self.encoders + 3 * self.decoders
      if self.norm_embeddings:
        before = before + 2
      else:
        pass
      x = (self).norm(x, before + side)
    else:
      pass
    return x

  # ---- attention takes nothing beside queries and keys ----

  def encoder_biases(self: __torch__.Transformer, times: List[int]) -> List[Tensor]:
    return annotate(List[Tensor], [])

  def decoder_bias(self: __torch__.Transformer, past: int, time: int) -> List[Tensor]:
    return annotate(List[Tensor], [])

  # include encoder_decoder.py

  # include search.py
