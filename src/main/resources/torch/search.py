  # ---- search: the same in every script that writes, included in its class ----
  #
  # The script has four methods of its own:
  #   arrange(batch, parents): new row i continues old row parents[i]; empty: all rows go on
  #   decode(batch, tokens, position): the last ids, [rows], empty at the start, and how many ids each row
  #     has so far, to [rows, width] and the attention of each group of rows
  #   by_row(batch, attention): that attention as [rows, heads, 1, time] of each group
  #   logits(batch, output, x): [rows, width] to [rows, columns]
  # A batch holds for the search: limits [rows], ids a row may have; columns, the id of each column (none: each
  # is its own id); own, columns each row may choose, [rows, most], repeating one whose score is -inf where it may
  # choose fewer (none: every one); closed, 0 and -inf for what is in own and what is not, [rows, columns], made when
  # it is needed; suppressed, columns never chosen (none: all may be); ends, ids that end a row.
  # `output` is the output layer where it is packed.

  # columns: [columns] or empty; own: [rows, most] or empty; suppressed: columns; ends: ids
  def keep_rules(self: __torch__.Script, batch: Dict[str, List[Tensor]], limits: Tensor, columns: Tensor, own: Tensor, suppressed: Tensor, ends: Tensor) -> NoneType:
    torch._set_item(batch, "limits", [torch.clone(limits)])
    torch._set_item(batch, "ends", [torch.clone(ends)])
    torch._set_item(batch, "columns", (self).present(columns))
    torch._set_item(batch, "own", (self).present(own))
    torch._set_item(batch, "closed", annotate(List[Tensor], []))
    torch._set_item(batch, "suppressed", (self).present(suppressed))
    return None

  # A copy, or none of what is empty.
  def present(self: __torch__.Script, some: Tensor) -> List[Tensor]:
    kept = annotate(List[Tensor], [])
    if torch.numel(some) > 0:
      _0 = torch.append(kept, torch.clone(some))
    else:
      pass
    return kept

  # Those by row.
  def select_rules(self: __torch__.Script, batch: Dict[str, List[Tensor]], parents: Tensor) -> NoneType:
    (self).select_rows(batch["limits"], parents)
    (self).select_rows(batch["own"], parents)
    (self).select_rows(batch["closed"], parents)
    return None

  def select_rows(self: __torch__.Script, tensors: List[Tensor], parents: Tensor) -> NoneType:
    for i in range(torch.len(tensors)):
      _0 = torch._set_item(tensors, i, torch.index_select(tensors[i], 0, parents))
    return None

  # Columns to ids, of any shape.
  def ids(self: __torch__.Script, batch: Dict[str, List[Tensor]], columns: Tensor) -> Tensor:
    kept = batch["columns"]
    if torch.len(kept) > 0:
      return torch.take(kept[0], columns)
    else:
      return columns

  # [rows, columns] to [rows, most], the scores of each row's own columns, a seventh of all for 16 rows of students.
  def of_own(self: __torch__.Script, scores: Tensor, own: List[Tensor]) -> Tensor:
    if torch.len(own) > 0:
      return torch.gather(scores, 1, own[0])
    else:
      return scores

  # Their places to columns, [rows].
  def to_columns(self: __torch__.Script, chosen: Tensor, own: List[Tensor]) -> Tensor:
    if torch.len(own) > 0:
      return torch.select(torch.gather(own[0], 1, torch.unsqueeze(chosen, 1)), 1, 0)
    else:
      return chosen

  # Changes scores, [rows, columns]: -inf where a row may not choose.
  def close(self: __torch__.Script, batch: Dict[str, List[Tensor]], scores: Tensor) -> Tensor:
    own = batch["own"]
    closed = batch["closed"]
    if torch.len(own) > 0:
      if torch.len(closed) == 0:
        mask = torch.full_like(scores, -inf)
        _0 = torch.append(closed, torch.scatter_(mask, 1, own[0], 0))
      else:
        pass
      return torch.add_(scores, closed[0])
    else:
      return scores

  # Changes scores, [rows, columns].
  def suppress(self: __torch__.Script, scores: Tensor, suppressed: List[Tensor]) -> Tensor:
    if torch.len(suppressed) > 0:
      return torch.index_fill_(scores, 1, suppressed[0], -inf)
    else:
      return scores

  # ---- greedy search ----

  # Up to `steps` steps from `position`; gives [steps, rows] ids, -1 after a row's end or limit, the
  # places of the rows that go on, and where asked for [steps, rows] log-probabilities of the ids. Rows that
  # do not go on leave the batch.
  def advance(self: __torch__.Script, batch: Dict[str, List[Tensor]], output: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], parents: Tensor, tokens: Tensor, position: int, steps: int, scored: bool) -> Tuple[Tensor, Tensor, Tensor]:
    (self).arrange(batch, parents)
    n = torch.size(batch["limits"][0], 0)
    here = ops.prim.device(batch["limits"][0])
    answer = torch.full([steps, n], -1, dtype=4, layout=None, device=here)
    told = torch.zeros([int(scored) * steps, n], dtype=6, layout=None, device=here)
    rows = torch.arange(n, dtype=4, layout=None, device=here)
    least = int(torch.min(batch["limits"][0]))
    step = 0
    going = n > 0
    while going:
      x, attention = (self).decode(batch, tokens, position + step)
      scores = (self).of_own((self).suppress((self).logits(batch, output, x), batch["suppressed"]), batch["own"])
      chosen = (self).first(scores)
      if scored:
        _0 = torch.index_copy_(torch.select(told, 0, step), 0, rows, (self).log_probability(scores, chosen))
      else:
        pass
      tokens = (self).ids(batch, (self).to_columns(chosen, batch["own"]))
      _1 = torch.index_copy_(torch.select(answer, 0, step), 0, rows, tokens)
      step = step + 1
      alive = (self).goes_on(batch, tokens)
      if position + step >= least:
        alive = torch.logical_and(alive, torch.gt(batch["limits"][0], position + step))
      else:
        pass
      left = int(torch.sum(alive))
      if left < torch.size(tokens, 0):
        stay = torch.view(torch.nonzero(alive), [-1])
        (self).arrange(batch, stay)
        rows = torch.index_select(rows, 0, stay)
        tokens = torch.index_select(tokens, 0, stay)
      else:
        pass
      going = (step < steps) and (left > 0)
    return (answer, rows, told)

  # scores: [rows, columns], lost; chosen: [rows] columns; gives [rows]
  def log_probability(self: __torch__.Script, scores: Tensor, chosen: Tensor) -> Tensor:
    normal = torch._log_softmax(scores, 1, False, out=scores)
    return torch.select(torch.gather(normal, 1, torch.unsqueeze(chosen, 1)), 1, 0)

  # chosen: [rows] ids; gives [rows]
  def goes_on(self: __torch__.Script, batch: Dict[str, List[Tensor]], chosen: Tensor) -> Tensor:
    ends = batch["ends"][0]
    if torch.numel(ends) == 1:
      return torch.ne(chosen, ends)
    else:
      return torch.all(torch.ne(torch.unsqueeze(chosen, 1), ends), 1)

  # ---- search with scores ----

  # edits: runs of (operation, count) over rows, columns and values; 0 set, 1 penalise, 2 force.
  # Gives ids and scores [rows, best], log-sum-exp of the raw logits [rows], and attention [rows, time],
  # 0 after a source's end; empty unless asked for.
  def step(self: __torch__.Script, batch: Dict[str, List[Tensor]], output: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], parents: Tensor, tokens: Tensor, position: int, runs: List[int], rows: Tensor, columns: Tensor, values: Tensor, best: int, log_softmax: bool, renormalise: bool, attention: bool) -> Tuple[Tensor, Tensor, Tensor, Tensor]:
    (self).arrange(batch, parents)
    x, weights = (self).decode(batch, tokens, position)
    scores = (self).close(batch, (self).logits(batch, output, x))
    raw = torch.clone(torch.slice(scores, 1, 0, 1))
    if log_softmax:
      scores = (self).normalise(batch, scores)
      normaliser = torch.sub(raw, torch.slice(scores, 1, 0, 1))
    else:
      normaliser = torch.logsumexp(scores, [1])
    scores = (self).suppress(scores, batch["suppressed"])
    (self).edit(scores, runs, [rows, columns, values])
    if renormalise:
      scores = (self).normalise(batch, scores)
    else:
      pass
    top, chosen = (self).best(scores, best)
    if attention:
      joined = (self).join_attention((self).by_row(batch, weights))
    else:
      joined = torch.zeros([0], dtype=6, layout=None, device=torch.device("cpu"))
    return ((self).ids(batch, chosen), top, normaliser, joined)

  # Log-softmax. Where the columns are those of a batch's shortlists, other rows may add some that this row may
  # not choose, 0 each: added up in float64 the sum comes out alike with and without them.
  def normalise(self: __torch__.Script, batch: Dict[str, List[Tensor]], scores: Tensor) -> Tensor:
    if torch.len(batch["columns"]) > 0:
      largest = torch.amax(scores, [1], True)
      sum = torch.sum(torch.exp_(torch.sub(scores, largest)), [1], True, dtype=7)
      return torch.sub(torch.sub(scores, largest), torch.to(torch.log(sum), 6))
    else:
      return torch.log_softmax(scores, 1)

  # [rows, columns] to the first best column, [rows]; of many scores looks for the piece of it first, which is much
  # faster.
  def first(self: __torch__.Script, scores: Tensor) -> Tensor:
    columns = torch.size(scores, 1)
    pieces = columns // 128
    if pieces < 4 or torch.numel(scores) < 16384:
      chosen = torch.argmax(scores, 1)
    else:
      piece = torch.argmax((self).peaks(scores, pieces), 1, True)
      wide = (self).columns_of(piece, pieces, columns)
      place = torch.argmax(torch.gather(scores, 1, wide), 1, True)
      chosen = torch.select(torch.gather(wide, 1, place), 1, 0)
    return chosen

  # [rows, columns] to [rows, pieces], the best score of each 128 columns; what is left over is in no piece
  def peaks(self: __torch__.Script, scores: Tensor, pieces: int) -> Tensor:
    whole = torch.view(torch.slice(scores, 1, 0, 128 * pieces), [torch.size(scores, 0), pieces, 128])
    return torch.amax(whole, [2])

  # The columns of some pieces, [rows, some], and those left over.
  def columns_of(self: __torch__.Script, some: Tensor, pieces: int, columns: int) -> Tensor:
    places = torch.arange(128, dtype=4, layout=None, device=ops.prim.device(some))
    wide = torch.view(torch.add(torch.mul(torch.unsqueeze(some, 2), 128), places), [torch.size(some, 0), -1])
    rest = torch.arange(128 * pieces, columns, dtype=4, layout=None, device=ops.prim.device(some))
    return torch.cat([wide, torch.expand(rest, [torch.size(some, 0), -1])], 1)

  # [rows, columns] to the best scores and their columns, [rows, best], which are in the `best` pieces with the
  # highest peaks or left over.
  def best(self: __torch__.Script, scores: Tensor, best: int) -> Tuple[Tensor, Tensor]:
    columns = torch.size(scores, 1)
    pieces = columns // 128
    if pieces < 4 * best:
      top, chosen = torch.topk(scores, ops.prim.min(best, columns), 1)
    else:
      high, some = torch.topk((self).peaks(scores, pieces), best, 1)
      wide = (self).columns_of(some, pieces, columns)
      top, place = torch.topk(torch.gather(scores, 1, wide), best, 1)
      chosen = torch.gather(wide, 1, place)
    return (top, chosen)

  # Averaged over heads. Groups ascend in length, so the last one is the longest.
  def join_attention(self: __torch__.Script, groups: List[Tensor]) -> Tensor:
    parts = annotate(List[Tensor], [])
    time = torch.size(groups[-1], 3)
    for g in range(torch.len(groups)):
      average = torch.select(torch.mean(groups[g], [1]), 1, 0)
      _0 = torch.append(parts, torch.constant_pad_nd(average, [0, time - torch.size(average, 1)]))
    return torch.cat(parts)

  def edit(self: __torch__.Script, scores: Tensor, runs: List[int], edits: List[Tensor]) -> NoneType:
    start = 0
    for i in range(torch.len(runs) // 2):
      end = start + runs[2 * i + 1]
      rows = torch.slice(edits[0], 0, start, end)
      columns = torch.slice(edits[1], 0, start, end)
      values = torch.slice(edits[2], 0, start, end)
      if runs[2 * i] == 0:
        _0 = torch.index_put_(scores, [rows, columns], values)
      else:
        if runs[2 * i] == 1:
          old = torch.index(scores, [rows, columns])
          new = torch.where(torch.lt(old, 0), torch.mul(old, values), torch.div(old, values))
          _1 = torch.index_put_(scores, [rows, columns], new)
        else:
          _2 = torch.index_fill_(scores, 0, rows, -inf)
          _3 = torch.index_put_(scores, [rows, columns], torch.zeros_like(values))
      start = end
    return None
