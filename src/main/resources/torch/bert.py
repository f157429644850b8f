# BERT-type encoders of sentences: a post-norm transformer, the mean of its last layer, length 1.
#
# Sizes in comments: rows, time (tokens), width (of the model), heads, depth (width / heads).
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
  words : List[Tensor]
  places : List[Tensor]
  weights : List[Tensor]
  biases : List[Tensor]
  norms : List[Tensor]

  # ---- loading: tensors that come in borrow their memory, so what is kept is a copy ----

  # words: [vocabulary, width]; places: [longest, width]; types: [types, width], of which only the first is used
  def add_embeddings(self: __torch__.Bert, words: Tensor, places: Tensor, types: Tensor) -> NoneType:
    _0 = torch.append(self.words, torch.clone(words))
    _1 = torch.append(self.places, torch.add(places, torch.select(types, 0, 0)))
    return None

  # [out, in] and [out]; kept in the order of oneDNN's kernels, two to three times as fast on some processors
  def add_linear(self: __torch__.Bert, weight: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.weights, ops.mkldnn._reorder_linear_weight(torch.clone(weight), None))
    _1 = torch.append(self.biases, torch.clone(bias))
    return None

  # queries, keys and values as one layer, the root of the depth divided out of the queries
  def add_attention(self: __torch__.Bert, weights: List[Tensor], biases: List[Tensor]) -> NoneType:
    root = torch.sqrt(self.width // self.heads)
    weight = torch.cat([torch.div(weights[0], root), weights[1], weights[2]])
    bias = torch.cat([torch.div(biases[0], root), biases[1], biases[2]])
    (self).add_linear(weight, bias)
    return None

  def add_norm(self: __torch__.Bert, scale: Tensor, bias: Tensor) -> NoneType:
    _0 = torch.append(self.norms, torch.clone(scale))
    _1 = torch.append(self.norms, torch.clone(bias))
    return None

  # ---- layers ----

  # [rows, time, in] to [rows, time, out], then what `after` names
  def linear(self: __torch__.Bert, x: Tensor, i: int, after: str) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, self.weights[i], self.biases[i], after, annotate(List[Optional[number]], []), "none")

  def norm(self: __torch__.Bert, x: Tensor, i: int) -> Tensor:
    return torch.layer_norm(x, [self.width], self.norms[2 * i], self.norms[2 * i + 1], self.epsilon)

  # x: [rows, time, width]; bias: none or [rows, 1, 1, time]
  def attend(self: __torch__.Bert, x: Tensor, bias: List[Tensor], i: int) -> Tensor:
    y = torch.view((self).linear(x, i, "none"), [torch.size(x, 0), torch.size(x, 1), 3, self.heads, self.width // self.heads])
    qkv = torch.permute(y, [2, 0, 3, 1, 4])
    scores = torch.matmul(torch.select(qkv, 0, 0), torch.transpose(torch.select(qkv, 0, 1), 2, 3))
    if torch.len(bias) > 0:
      scores = torch.add_(scores, bias[0])
    else:
      pass
    z = torch.matmul(torch.softmax(scores, -1), torch.select(qkv, 0, 2))
    return (self).linear(torch.reshape(torch.transpose(z, 1, 2), torch.size(x)), i + 1, "none")

  def feed_forward(self: __torch__.Bert, x: Tensor, i: int) -> Tensor:
    return (self).linear((self).linear(x, i, "gelu"), i + 1, "none")

  # ids: [rows, time]; inside: [rows, time], 1 for a token and 0 for padding; gives [rows, time, width]
  def encode(self: __torch__.Bert, ids: Tensor, inside: Tensor) -> Tensor:
    places = torch.slice(self.places[0], 0, 0, torch.size(ids, 1))
    x = (self).norm(torch.add(torch.embedding(self.words[0], ids), places), 0)
    bias = (self).padding_bias(inside)
    for l in range(self.layers):
      x = (self).norm(torch.add(x, (self).attend(x, bias, 4 * l)), 2 * l + 1)
      x = (self).norm(torch.add(x, (self).feed_forward(x, 4 * l + 2)), 2 * l + 2)
    return x

  # none, or 0 and -1e9: padding gets exactly no weight
  def padding_bias(self: __torch__.Bert, inside: Tensor) -> List[Tensor]:
    bias = annotate(List[Tensor], [])
    if float(torch.min(inside)) < 1.:
      b = torch.mul(torch.sub(inside, 1.), 1e9)
      _0 = torch.append(bias, torch.unsqueeze(torch.unsqueeze(b, 1), 1))
    else:
      pass
    return bias

  # ids: [rows, time], padded on the right with any id; lengths: [rows]; gives [rows, width]
  def embed(self: __torch__.Bert, ids: Tensor, lengths: Tensor) -> Tensor:
    times = torch.arange(torch.size(ids, 1), dtype=4, layout=None, device=torch.device("cpu"))
    inside = torch.to(torch.lt(torch.unsqueeze(times, 0), torch.unsqueeze(lengths, 1)), 6)
    x = (self).encode(ids, inside)
    total = torch.sum(torch.mul(x, torch.unsqueeze(inside, 2)), [1])
    mean = torch.div(total, torch.unsqueeze(lengths, 1))
    return torch.div(mean, torch.clamp(torch.norm(mean, 2, [1], True), 1e-12))
