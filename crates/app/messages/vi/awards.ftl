awards = Xét giải
awards-lead = Họp hội đồng xét giải trên bảng xếp hạng, lập biên bản, rồi công bố vào đúng một thời điểm.
awards-office-only = Chỉ cơ quan thường trực của hội thi làm việc này.
awards-not-whole = Còn hội đồng chưa mở điểm. Xét giải khi mọi hội đồng của vòng cuối đã mở điểm.
awards-in-conflict = Bạn có xung đột lợi ích với hồ sơ trong hội thi này, nên không xem xếp hạng và giải trước khi công bố. Thành viên khác ghi biên bản.
awards-no-list = Chưa có danh sách giải. Hãy họp hội đồng và kết thúc phiên họp trước.
awards-decided-again = Hội đồng đang họp lại. Kết thúc hoặc hủy phiên họp đó rồi mới công bố.
awards-contest-unseen = Hội thi chưa lên cổng thông tin, nên chưa có nơi để công bố. Hãy công bố hội thi trước.
awards-ordered-already = Danh sách này đã có lệnh công bố.
awards-no-order = Không có lệnh công bố nào đang chờ.
way-awards = Về trang xét giải
way-meeting = Về phiên họp
way-publication = Công bố hội thi
plenary-without-council = Chưa có hội đồng nào chấm vòng cuối.
awards-public-since = Kết quả đã công bố từ { $moment }.
awards-look-outside = Xem trên cổng thông tin
awards-ordered = Lệnh công bố đang chờ
awards-public-from = Kết quả tự hiện trên cổng thông tin lúc { $moment }. Trước lúc đó không ai ngoài hội đồng và cơ quan thường trực xem được.
awards-call-off = Hủy lệnh công bố
awards-call-off-do = Hủy lệnh
awards-publish = Công bố kết quả
awards-publish-lead = Từ thời điểm đã chọn, mọi người đọc được danh sách giải trên cổng thông tin, và tác giả nhận thư.
awards-publish-do = Công bố
awards-publish-for-good = Đã công bố thì không rút lại; muốn sửa, hội đồng họp lại và công bố danh sách mới.
awards-decision = Quyết định công nhận kết quả
awards-decision-help = Số, ngày quyết định; in trên trang kết quả. Ví dụ: 45/QĐ-BTC ngày 20/11/2026.
awards-when = Khi nào
awards-when-now = Ngay bây giờ
awards-when-later = Vào ngày, giờ dưới đây
notice-awards-published = Đã công bố kết quả.
notice-awards-ordered-done = Đã đặt lịch công bố.
notice-awards-called-off = Đã hủy lệnh công bố.
meetings = Phiên họp xét giải
meetings-none = Chưa có phiên họp nào.
meeting-of = Phiên họp { $moment }
meeting-moment = Thời gian
meeting-place = Địa điểm
meeting-town = Địa danh trên văn bản
meeting-town-help = Ghi trước ngày tháng của biên bản, ví dụ: Sông Lam.
meeting-day = Ngày
meeting-hour = Giờ
meeting-hour-help = Ví dụ: 8h30
meeting-chair = Chủ trì
meeting-keeper = Thư ký ghi biên bản
meeting-keeper-choose = Chọn thư ký
meeting-agenda = Chương trình
meeting-agenda-help = Mỗi việc một dòng; ghi vào giấy mời và biên bản.
meeting-agenda-usual =
    Thư ký báo cáo kết quả tổng hợp điểm
    Hội đồng thảo luận, biểu quyết các trường hợp khác thứ hạng
    Biểu quyết thông qua danh sách giải
meeting-again = Lý do họp lại
meeting-again-help = Đã có danh sách giải; danh sách mới sẽ thay thế, danh sách cũ vẫn được lưu.
meeting-again-reason = Hội thi đã có danh sách giải. Cần ghi lý do họp lại.
meeting-call = Triệu tập phiên họp
meeting-call-help = Mọi thành viên các hội đồng của vòng cuối được mời bằng thư.
meeting-call-do = Triệu tập và gửi thư mời
meeting-field-missing = Cần điền ô này.
meeting-votes-unreadable = Ghi số phiếu bằng chữ số.
meeting-open-already = Đang có một phiên họp chưa kết thúc.
meeting-chair-missing = Cần chọn người chủ trì trong các thành viên.
meeting-keeper-missing = Cần chọn thư ký trong các thành viên, không phải người chủ trì.
meeting-called = Đã triệu tập
meeting-sitting = Đang họp
meeting-closed = Đã kết thúc
meeting-cancelled = Đã hủy
meeting-about = Thông tin
meeting-sat-at = Bắt đầu lúc
meeting-closed-at = Kết thúc lúc
meeting-cancelled-at = Hủy lúc
meeting-cancel-reason = Lý do hủy
meeting-remarks = Ý kiến khác
meeting-remarks-help = Ý kiến bảo lưu, hồ sơ bị loại và lý do, điều cần lưu ý; ghi nguyên vào biên bản.
meeting-people = Thành viên
meeting-who-is-there = Ai có mặt
meeting-presence-help = Đánh dấu người đang có mặt. Ai đến muộn hay ra về thì đánh dấu lại.
meeting-begin = Bắt đầu họp
meeting-presence-note = Ghi lại thành phần có mặt
meeting-there =
    { $count ->
       *[other] { $count } thành viên có mặt.
    }
meeting-members =
    { $count ->
       *[other] Hội đồng có { $count } thành viên.
    }
meeting-is-there = có mặt
meeting-ranking = Xếp hạng và giải
meeting-ranking-lead = Cột “Theo quy chế” là giải do điểm số và cơ cấu giải; cột “Sau biểu quyết” là giải hội đồng quyết định.
meeting-by-rules = Theo quy chế
meeting-decided = Sau biểu quyết
meeting-motions = Biểu quyết khác thứ hạng
meeting-motions-none = Không có. Danh sách giải theo đúng xếp hạng.
meeting-motion-for = Hồ sơ { $number }
meeting-move = Ghi một biểu quyết
meeting-move-help = Ai có xung đột lợi ích với hồ sơ thì ra ngoài và không bỏ phiếu; máy tự ghi tên. Lý do và số phiếu có trong gói kết quả công bố.
meeting-move-do = Ghi biểu quyết
meeting-prize-decided = Giải được đề nghị
meeting-motion-reason = Lý do
meeting-in-favour = Số phiếu đồng ý
meeting-against = Số phiếu không đồng ý
meeting-stepped-out = ra ngoài: { $names }
meeting-take-back = Rút biểu quyết này
meeting-take-back-do = Rút lại
meeting-papers = Văn bản của phiên họp
meeting-papers-lead = Lập từ chính dữ liệu của phiên họp.
meeting-papers-draft = Bản nháp theo diễn biến đến lúc này; bản chính có khi phiên họp kết thúc.
meeting-close = Thông qua danh sách và kết thúc
meeting-close-lead = Hội đồng biểu quyết thông qua toàn bộ danh sách giải.
meeting-close-for-good = Danh sách được khóa cùng quy chế và mọi phiếu điểm. Muốn sửa, hội đồng họp lại.
meeting-cancel = Hủy phiên họp
meeting-cancel-help = Mọi biểu quyết của phiên họp này không còn hiệu lực, nhưng vẫn được lưu.
meeting-cancel-do = Hủy phiên họp
meeting-keepers-only = Chỉ người chủ trì, thư ký ghi biên bản và cơ quan thường trực ghi diễn biến phiên họp.
meeting-not-begun = Phiên họp chưa bắt đầu. Ghi thành phần có mặt trước.
meeting-has-ended = Phiên họp đã kết thúc hoặc đã hủy, không ghi thêm được.
meeting-chair-absent = Người chủ trì chưa có mặt.
meeting-not-quorate = “{ $council }” mới có { $there } thành viên có mặt, cần ít nhất { $quorum }.
meeting-marked-again = Còn hồ sơ đang chấm lại. Kết thúc hoặc hủy chấm lại trước khi thông qua danh sách giải.
way-results = Xem kết quả chấm
meeting-list-not-adopted = Chưa đủ đa số trong { $members } thành viên. Thảo luận, biểu quyết thêm, rồi thông qua lại.
motion-dossier-unknown = Không có hồ sơ số này trong bảng xếp hạng.
motion-prize-unknown = Cơ cấu giải không có giải này.
motion-stands-already = Hồ sơ này đã có một biểu quyết. Rút biểu quyết đó trước khi biểu quyết lại.
motion-votes-too-many =
    { $count ->
       *[other] Chỉ có { $count } người được bỏ phiếu (người có mặt, trừ người phải ra ngoài).
    }
motion-beyond-band = Quy chế không cho trao giải này dưới mức điểm tối thiểu.
motion-beyond-places = Như vậy thì vượt số giải của cơ cấu. Biểu quyết rút bớt giải khác trước.
motion-not-ranked = Hồ sơ này không được xếp hạng, nên không có giải.
motion-no-reason = Cần ghi lý do.
award-motion-no-prize = Không trao giải
award-motion-carried = Thông qua
award-motion-lost = Không thông qua
award-motion-taken-back = Đã rút
award-motion-votes = { $favour } đồng ý, { $against } không đồng ý, trong { $members } thành viên
notice-meeting-called-done = Đã triệu tập phiên họp và gửi thư mời.
notice-meeting-presence-noted = Đã ghi thành phần có mặt.
notice-meeting-motion-noted = Đã ghi biểu quyết.
notice-meeting-motion-taken-back = Đã rút biểu quyết.
notice-meeting-cancelled-done = Đã hủy phiên họp.
notice-meeting-closed-done = Đã thông qua danh sách giải và kết thúc phiên họp.
award-lists = Danh sách giải
award-lists-lead = Mỗi danh sách được khóa cùng quy chế và phiếu điểm; mã SHA-256 in trong biên bản để đối chiếu.
award-list-version = Danh sách lần { $version }
award-paper-minutes = Biên bản họp hội đồng
award-paper-scores = Bảng tổng hợp kết quả chấm
award-paper-proposal = Tờ trình
award-paper-decision = Dự thảo quyết định
award-paper-minutes-kind = Biên bản
award-paper-decision-kind = Quyết định
award-paper-council = Hội đồng giám khảo
award-paper-digest = Mã SHA-256 của danh sách giải
award-paper-checkpoint = Điểm niêm phong nhật ký
award-paper-sign = Ký, ghi rõ họ tên
award-paper-counts = Cơ cấu giải: { $prizes }. Tổng tiền thưởng: { $money }.
award-column-position = TT
award-column-prize = Giải
award-column-money = Tiền thưởng (đồng)
award-column-sum = Cộng
award-column-sheets = Điểm của giám khảo (theo mã)
award-symbol-minutes = BB-HĐGK
award-symbol-scores = BTH-HĐGK
award-symbol-proposal = TTr-HĐGK
award-symbol-decision = QĐ-BTC
award-post-chair = Chủ trì
award-post-keeper = Thư ký
award-post-head = TM. Ban Tổ chức
award-recipients-article = Như Điều 3
award-recipients-above = Như trên
award-recipients-file = Lưu: VT
award-minutes-subject = Họp hội đồng giám khảo xét giải { $contest }
award-minutes-opening = Hôm nay, { $moment }, tại { $place }, hội đồng giám khảo họp xét giải.
award-minutes-people = I. Thành phần
award-minutes-chair = Chủ trì: { $name }.
award-minutes-keeper = Thư ký: { $name }.
award-minutes-present = Có mặt { $count }/{ $all } thành viên:
award-minutes-away = Vắng mặt: { $names }.
award-minutes-agenda = II. Chương trình
award-minutes-results = III. Kết quả chấm
award-minutes-judged = Tổng số hồ sơ: { $count }; được xếp hạng: { $ranked }; số phiếu chấm đã ký: { $sheets }. Bảng tổng hợp điểm kèm theo.
award-minutes-motions = IV. Biểu quyết khác thứ hạng
award-minutes-no-motion = Không có trường hợp nào; danh sách giải theo đúng xếp hạng.
award-minutes-motion = { $position }. Hồ sơ số { $number }, “{ $title }”. Đề nghị: { $prize }. Lý do: { $reason }. Biểu quyết: { $favour } đồng ý, { $against } không đồng ý trong { $members } thành viên. Kết quả: { $verdict }.
award-minutes-out = Ra ngoài khi thảo luận và không biểu quyết: { $names }.
award-minutes-prizes = V. Danh sách đề nghị trao giải
award-minutes-forwarded = VI. Đề cử dự thi cấp trên
award-minutes-remarks = Ý kiến khác
award-minutes-vote = Hội đồng biểu quyết thông qua danh sách: { $favour } đồng ý, { $against } không đồng ý trong { $members } thành viên.
award-minutes-end = Phiên họp kết thúc lúc { $moment }. Biên bản đã được đọc lại và thông qua.
award-scores-subject = { $contest }
award-decision-subject = Công nhận kết quả và trao giải { $contest }
award-decision-decides = QUYẾT ĐỊNH:
award-decision-article = Điều { $number }
award-decision-first = Công nhận kết quả và trao giải { $contest } cho các giải pháp có tên trong danh sách kèm theo. { $counts }
award-decision-second = Kinh phí trao giải lấy từ kinh phí tổ chức hội thi theo kế hoạch đã được phê duyệt.
award-decision-third = Thành viên Ban Tổ chức, cơ quan thường trực hội thi và các tác giả có tên tại Điều 1 chịu trách nhiệm thi hành quyết định này./.
award-basis-council = Căn cứ Quyết định số { $number } ngày { $day } về việc thành lập { $council };
award-basis-council-undated = Căn cứ Quyết định số { $number } về việc thành lập { $council };
award-basis-minutes = Căn cứ Biên bản họp hội đồng giám khảo ngày { $day };
award-annex = Phụ lục
award-annex-title = Danh sách giải pháp được trao giải { $contest }
award-proposal-subject = Về việc công nhận kết quả và trao giải { $contest }
award-proposal-lead = Căn cứ kết quả phiên họp ngày { $day }, hội đồng giám khảo kính trình công nhận kết quả và trao giải { $contest } cho các giải pháp có tên trong danh sách kèm theo.
award-proposal-end = Hội đồng giám khảo kính đề nghị xem xét, quyết định./.
mail-meeting-called-subject = Mời họp xét giải: { $contest }
mail-meeting-called-body =
    Kính gửi { $name },

    Mời ông/bà dự phiên họp xét giải { $contest } lúc { $moment }, tại { $place }.

    Chương trình:
    { $agenda }

    Xem phiên họp: { $link }
mail-award-won-subject = Chúc mừng: hồ sơ số { $number } đạt giải
mail-award-won-body =
    Giải pháp “{ $title }” (hồ sơ số { $number }) đạt { $prize } tại { $contest }.

    Danh sách giải: { $results }
    Hồ sơ của bạn: { $link }
mail-award-none-subject = Kết quả { $contest }
mail-award-none-body =
    { $contest } đã công bố kết quả. Giải pháp “{ $title }” (hồ sơ số { $number }) lần này chưa đạt giải. Cảm ơn bạn đã tham gia.

    Danh sách giải: { $results }
    Hồ sơ của bạn: { $link }
portal-results = Kết quả
portal-results-lead = Danh sách giải pháp đạt giải, công bố { $moment }.
portal-results-corrected = Danh sách này thay cho danh sách công bố trước.
portal-results-decision = Theo Quyết định { $decision }
portal-results-see = Xem kết quả
portal-results-none = Không có giải nào được trao.
portal-results-check = Tự kiểm tra kết quả
portal-results-check-lead = Tệp dưới đây chứa quy chế, phiếu điểm dưới mã số, biểu quyết và danh sách. Ai có tệp này đều tính lại được toàn bộ danh sách bằng lệnh “hoithi verify --results”.
portal-results-bundle = Gói kết quả (JSON)
portal-results-news = Công bố kết quả { $name }
dossier-award-won = Hồ sơ này đạt { $prize }.
dossier-award-none = Kết quả đã công bố; hồ sơ này lần này chưa đạt giải.
act-award-call = Triệu tập phiên họp xét giải
act-award-presence = Ghi thành phần có mặt
act-award-cancel = Hủy phiên họp xét giải
act-award-motion = Ghi biểu quyết khác thứ hạng
act-award-take-back = Rút biểu quyết
act-award-close = Thông qua danh sách giải
act-award-publish = Ra lệnh công bố kết quả
act-award-call-off = Hủy lệnh công bố kết quả
act-award-tell = Gửi thư báo kết quả
award-paper-money = Bảng kê chi tiền thưởng
award-paper-money-kind = Bảng kê
award-money-subject = Chi tiền thưởng { $contest }
award-money-sum = Tổng cộng: { $money }. Tiền thưởng của mỗi giải pháp chia cho các tác giả theo tỷ lệ đóng góp đã xác nhận; không ghi tỷ lệ thì chia đều.
award-symbol-money = BK-BTC
award-column-author = Tác giả
award-column-share = Tỷ lệ
award-post-made = Người lập
award-post-accountant = Kế toán
award-post-approves = Trưởng ban
award-paper-ceremony = Kịch bản trao giải
award-paper-ceremony-kind = Kịch bản
award-ceremony-subject = Công bố và trao giải { $contest }
award-ceremony-lead = Công bố theo thứ tự từ giải thấp đến giải cao. Ở mỗi giải, người dẫn chương trình đọc tên tác giả, đơn vị, tên giải pháp, rồi mời lên nhận giải.
award-ceremony-prize = { $at }. { $prize } ({ $count } giải)
award-ceremony-call = Mời { $authors }{ $unit }, với giải pháp “{ $title }”.
award-ceremony-none = Không có giải.
award-ceremony-end = Mời các tác giả đoạt giải cùng đại biểu chụp ảnh lưu niệm.
award-symbol-ceremony = KB-BTC
