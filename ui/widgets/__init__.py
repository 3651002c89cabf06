"""The parts of every page. What design/look.md draws is here once; a page only places and fills.

Text      ``Label("Đạt", "strong", "met", wrap=True)`` role of tokens.TYPE, tone = token or state;
          ``ElidedLabel(name)`` shortens; ``IconLabel("user", 14)``; ``Rule()``; ``Ribbon()``   [labels]
Press     ``Button("&In", "primary", "printer")`` kinds primary, outlined, danger, link, flat, icon;
          ``ChipRow([(key, word, State.UNMET, "")])``: set_counts({key: n}), choose(key), chosen(key)
          [buttons]
State     ``draw_mark(painter, rect, state, fg, bg)``, ``Mark(state, 16)``, ``Badge(state)``,
          ``state_word(state)``; ``State(verdict.value)`` turns a verdict into a state   [marks, ui.tokens]
Surface   ``Card("Vướng mắc", "03 đang mở").body``; ``Note(text, "Trả lời").pressed``;
          ``EmptyState(sentence, "Thêm …", helps=True)``: acted, asked_for_help;
          ``Line(what, why, state=…, link="Nhập mức").pressed``: a readiness or task line; the first
          argument of every slot is nothing   [cards]
Page      ``Page(context, title)``: KEY, TABLES, header.set_facts(…)/add(button), column, reload(),
          select(anchor), follow(page, anchor), told, count_changed, panel = ``SidePanel()`` (body,
          open_panel(), close_panel()), head; ``Scrolled().body``, ``Whole()``, ``scroll_to(widget)``   [page]
Room      ``FlowLayout()``: add(part, least=…, grows=True); goes on in further lines   [flow]
Form      ``Field("&Hiện trạng", edit, "%", note)``: show_error(text), clear_error(), set_note(text)  [forms]
Edit      ``TextEdit``, ``NumberEdit``, ``MoneyEdit``, ``DateEdit``, ``TextArea``, ``Choice``: ``load(text)``
          shows without telling, ``committed(value)`` on leaving and only if it differs   [edits]
Table     ``Table([Column("Mã", 58), Column("Tên"), …], name)``: select(data), current_changed(data),
          show_rows([Row(cells, data, Kind.GROUP, group)]), rows.edit_requested(data, column, text),
          opened(data), paste_requested(data, column, rows of texts);
          ``Cell(text, tone, state=…, flag=…, editable=…)``   [table, ui.models.rows]
Tabs      ``Tabs(["Số liệu", "Kế hoạch"])``: chosen(index), choose(index), set_words(index, words)   [tabs]
Others    ``Trend().show_points([Point(…)], target, "≥ 70%")`` [trend]; ``FileDropArea(words, button)``:
          dropped(paths), asked_to_choose [drop_area]; ``TileButton`` [tile]; ``Navigation`` [navigation];
          ``ProgressCover``, ``Toast`` belong to the window [over_page]

Fonts by code (``theme.font(role)``), colours by ``theme.color(token)`` inside paintEvent, icons by
``theme.icon(name)``; never ``setStyleSheet``. Long work: give ``tasks`` a ``title``, then the progress card
appears.
"""
