# BERT-type encoders of sentences: a post-norm transformer and one vector of its last layer, of length 1.
#
# Sizes in comments: rows, time (tokens of a row), tokens (of all rows, one row after the other),
# width (of the model), heads, depth (width / heads).
#
# Rows are in order of their length, and rows of one length are a group. Nothing is padded: layers see
# all tokens at once, attention each group by itself.
#
# Linear layers in this order: layer l: 4l queries, keys and values; 4l+1 attention out; 4l+2 and 4l+3 ffn.
# Norms, scale and bias each: 0 embeddings; layer l: 2l+1 attention, 2l+2 ffn.
class Bert(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  heads : int
  layers : int
  width : int
  epsilon : float
  first : bool
  places : List[Tensor]

  # include linear.py

  # places: [longest, width]; types: [types, width], of which only the first is used
  def add_places(self: __torch__.Bert, places: Tensor, types: Tensor) -> NoneType:
    _0 = torch.append(self.places, torch.add(places, torch.select(types, 0, 0)))
    return None

  # ---- layers ----

  def norm(self: __torch__.Bert, x: Tensor, i: int) -> Tensor:
    return torch.layer_norm(x, [self.width], self.norms[2 * i], self.norms[2 * i + 1], self.epsilon)

  # x: [tokens, width]; sizes, times: rows and length of each group
  def attend(self: __torch__.Bert, x: Tensor, sizes: List[int], times: List[int], i: int) -> Tensor:
    qkv = (self).linear(x, i)
    parts = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      y = torch.view(torch.slice(qkv, 0, start, end), [sizes[g], times[g], 3, self.heads, self.width // self.heads])
      group = torch.contiguous(torch.permute(y, [2, 0, 3, 1, 4]))
      scores = torch.matmul(torch.select(group, 0, 0), torch.transpose(torch.select(group, 0, 1), 2, 3))
      z = torch.transpose(torch.matmul(torch.softmax(scores, -1), torch.select(group, 0, 2)), 1, 2)
      _0 = torch.append(parts, torch.reshape(z, [end - start, self.width]))
      start = end
    return (self).linear(torch.cat(parts), i + 1)

  def feed_forward(self: __torch__.Bert, x: Tensor, i: int) -> Tensor:
    return (self).linear((self).activate((self).linear(x, i)), i + 1)

  # ids, places in their row: [tokens]; sizes, times: rows and length of each group; gives [tokens, width]
  def encode(self: __torch__.Bert, ids: Tensor, places: Tensor, sizes: List[int], times: List[int]) -> Tensor:
    x = (self).norm(torch.add((self).look_up(ids, 0), torch.index_select(self.places[0], 0, places)), 0)
    for l in range(self.layers):
      x = (self).norm(torch.add(x, (self).attend(x, sizes, times, 4 * l)), 2 * l + 1)
      x = (self).norm(torch.add(x, (self).feed_forward(x, 4 * l + 2)), 2 * l + 2)
    return x

  # as for encode; gives [rows, width]
  def embed(self: __torch__.Bert, ids: Tensor, places: Tensor, sizes: List[int], times: List[int]) -> Tensor:
    x = (self).encode(ids, places, sizes, times)
    parts = annotate(List[Tensor], [])
    start = 0
    for g in range(torch.len(sizes)):
      end = start + sizes[g] * times[g]
      group = torch.view(torch.slice(x, 0, start, end), [sizes[g], times[g], self.width])
      if self.first:
        _0 = torch.append(parts, torch.select(group, 1, 0))
      else:
        _1 = torch.append(parts, torch.mean(group, [1]))
      start = end
    y = torch.cat(parts)
    return torch.div(y, torch.clamp(torch.norm(y, 2, [1], True), 1e-12))
