nav-reports = Báo cáo
reports-own = Báo cáo của đơn vị tôi
reports-own-lead = Báo cáo định kỳ của các hội thi; báo cáo sắp đến hạn đứng trước.
reports-own-empty = Chưa có báo cáo nào phải làm. Khi đến kỳ, mẫu báo cáo có sẵn ở đây.
reports-no-unit = Bạn không làm đầu mối của đơn vị nào nên không có báo cáo phải nộp. Báo cáo của các đơn vị xem ở trang hội thi.
reports-of-contest = Báo cáo định kỳ
reports-open-period = Mở kỳ báo cáo hiện tại
reports-none-yet = Chưa mở kỳ báo cáo nào. Khi hội thi đang chạy, mỗi kỳ tự mở vào ngày đầu kỳ; cũng có thể mở ngay.
report-not-begun = Hội thi chưa bắt đầu nên chưa mở kỳ báo cáo được: các đơn vị chưa thấy hội thi này. Hãy bắt đầu hội thi ở trang hội thi; khi đó kỳ báo cáo tự mở.
reports-all = báo cáo phải có
reports-search = Tìm hội thi hoặc đơn vị
reports-search-unit = Tìm đơn vị
reports-any-state = Mọi trạng thái
reports-none-found = Không có báo cáo nào khớp. Hãy bớt từ tìm hoặc bỏ lọc.
reports-show-all = Xem tất cả
report-of = Báo cáo { $period }
report-period = Kỳ
report-contest = Hội thi
report-unit = Đơn vị
report-changed = Cập nhật
report-heading = Nội dung
report-words = Đơn vị báo cáo
report-state-open = Chưa nộp
report-state-late = Quá hạn
report-state-returned = Trả lại để bổ sung
report-state-submitted = Đã nộp
report-state-accepted = Đã nhận
report-due = hạn { $day }
report-days-left = { $count ->
    [0] , hết hôm nay
   *[other] , còn { $count } ngày
}
report-known = Hệ thống đã biết
report-tasks = nhiệm vụ được giao
report-done = đã làm
report-late = quá hạn
report-counted = số lượng đã báo cáo
report-keep = Lưu nháp
report-submit = Nộp báo cáo
report-freeze-help = Báo cáo đã nộp được giữ nguyên từng chữ; muốn sửa phải được trả lại.
report-nothing = Không có nội dung.
report-verdict = Nhận hay trả lại
report-reason = Lý do trả lại
report-reason-missing = Hãy ghi lý do để đơn vị biết phải bổ sung gì.
period-report-accept = Nhận báo cáo
period-report-return = Trả lại
report-returned-because = Báo cáo được trả lại vì:
report-versions = Những lần nộp
report-version = Lần { $number }
report-outcome-accepted = đã nhận
report-outcome-returned = trả lại
report-rolled = Tổng hợp
report-rolled-empty = Chưa có đơn vị nào nộp. Nội dung các đơn vị nộp sẽ được gom theo từng mục ở đây.
report-rolled-units = { $count ->
   *[other] Tổng hợp từ { $count } đơn vị đã nộp.
}
report-sheet-figures = Số liệu
report-sheet-words = Nội dung
report-all-units = Tất cả
report-own-unit-only = Chỉ đầu mối của đơn vị mới viết báo cáo của đơn vị đó.
report-frozen = Báo cáo đã nộp nên không sửa được nữa. Nếu cần sửa, hãy đề nghị thư ký trả lại.
report-changed-meanwhile = Người khác vừa sửa báo cáo này.
report-empty = Báo cáo chưa có nội dung nào. Hãy viết ít nhất một mục.
report-too-long = Một mục dài quá 200.000 chữ cái. Hãy rút gọn, hoặc gửi kèm tệp.
way-reports = Về trang báo cáo
notice-report-kept = Đã lưu nháp.
notice-report-submitted = Đã nộp báo cáo.
notice-report-decided = Đã ghi nhận.
notice-reports-opened = Đã mở kỳ báo cáo cho các đơn vị.
notice-reports-open-already = Kỳ báo cáo này đã mở cho tất cả đơn vị.
report-state-gone = Đơn vị không còn
report-above-only = Chỉ cơ quan tổng hợp báo cáo mới nhận hoặc trả lại báo cáo này.
report-kept-now = Nội dung đang lưu, do người khác vừa viết:
report-typed = Nội dung bạn vừa gõ chưa được lưu
report-typed-help = Báo cáo đã nộp nên giữ nguyên. Hãy chép nội dung dưới đây lại để dùng khi báo cáo được trả lại.
report-chased = Báo cáo này đã được đôn đốc ngày { $day }.
report-known-then = Số liệu khi nộp
report-below = Báo cáo của đơn vị dưới
report-below-in = Đã tổng hợp từ { $count } đơn vị
report-below-none-in = Chưa tổng hợp báo cáo nào của đơn vị dưới.
report-below-missing = Còn thiếu { $count } đơn vị:
report-all-with-own = Tất cả, kể cả đơn vị này
report-waiting = { $count } báo cáo của đơn vị dưới đã được nhận và chưa đưa vào báo cáo này.
report-gather = Đưa vào báo cáo
report-nothing-to-gather = Không có báo cáo mới nào của đơn vị dưới để đưa vào.
report-changes-help = Phần gạch chân là mới, phần gạch ngang là bỏ đi so với lần nộp trước.
reports-late = Chưa báo cáo
reports-late-lead = Các đơn vị đã quá hạn nộp báo cáo và người để liên hệ.
reports-late-none = Không đơn vị nào quá hạn.
reports-chase = Đôn đốc { $count } đơn vị chưa báo cáo
report-last-day = Hạn
report-whom-to-call = Liên hệ
report-nobody-to-call = chưa có đầu mối
report-look = Xem
report-chase-note = Ghi là đã đôn đốc
report-chase-help = Ghi ngày đôn đốc cho các đơn vị đã chọn; đơn vị thấy trên báo cáo của mình. Không gửi thư nào.
report-chase-nobody = Các đơn vị đã chọn không còn quá hạn, hoặc chưa chọn đơn vị nào.
report-chase-line = - { $unit } (hạn { $last }, quá { $days } ngày)
report-chase-letter =
    Kính gửi: { $to }

    Đến nay các đơn vị sau chưa gửi báo cáo { $period } về { $contest }:
    { $lines }

    Đề nghị các đơn vị gửi báo cáo trước ngày … Xin cảm ơn.
report-escalation-letter =
    Kính gửi: { $to }

    Các đơn vị trực thuộc sau chưa gửi báo cáo { $period } về { $contest }:
    { $lines }

    Kính đề nghị { $to } đôn đốc các đơn vị gửi báo cáo.
report-paper = Bản in và ký
report-paper-lead-page = văn bản theo thể thức Nghị định 30/2020/NĐ-CP
report-paper-draft = Báo cáo chưa nộp: bản tải về là dự thảo, lấy nội dung đang lưu.
report-paper-files = Tải văn bản
report-paper-its-number = Số
report-paper-number-help = Để trống thì chừa chỗ cho văn thư ghi.
report-paper-its-day = Ngày
report-paper-day-help = Ví dụ 20/9/2026. Để trống thì chừa chỗ ghi ngày.
report-paper-number = Số của văn bản chỉ gồm chữ số, ví dụ 15.
report-paper-day = Ngày của văn bản viết như 20/9/2026.
report-paper-head = Đầu trang và chữ ký
report-paper-head-lead = Ghi một lần, dùng cho mọi báo cáo sau của đơn vị.
report-paper-superior = Cơ quan chủ quản
report-paper-superior-help = In trên tên đơn vị; Ủy ban nhân dân để trống.
report-paper-symbol = Ký hiệu
report-paper-symbol-help = Phần sau số, ví dụ BC-SKHCN.
report-paper-place = Địa danh
report-paper-posts = Chức vụ người ký
report-paper-posts-help = Mỗi dòng một phần, ví dụ: KT. Giám đốc; dòng sau: Phó Giám đốc.
report-paper-signer = Họ và tên người ký
report-paper-recipients = Nơi nhận (mỗi dòng một nơi)
report-paper-missing = Hãy điền phần này.
report-paper-too-long = Một phần dài quá 1.000 chữ cái. Hãy rút gọn.
report-paper-kind = Báo cáo
report-paper-subject = Kết quả thực hiện { $contest }, { $period }
report-paper-lead = Thực hiện nhiệm vụ được giao trong { $contest }, { $unit } báo cáo kết quả { $period } như sau:
report-paper-figures = Số liệu
report-paper-known = Nhiệm vụ được giao: { $tasks }; đã làm: { $done }; quá hạn: { $late }; số lượng đã báo cáo: { $counted }.
report-paper-included = { $count ->
    [0] Chưa có báo cáo nào của đơn vị dưới được tổng hợp.
   *[other] Tổng hợp từ báo cáo của { $count } đơn vị (phụ lục kèm theo).
}
report-paper-without = Các đơn vị chưa có báo cáo: { $units }.
report-paper-end = Trên đây là báo cáo kết quả { $period } của { $unit }./.
report-paper-annex = Phụ lục I
report-paper-annex-title = Số liệu của các đơn vị, { $period }
report-paper-committee = Ban Tổ chức { $contest }
notice-report-gathered = Đã đưa báo cáo của đơn vị dưới vào báo cáo này. Hãy đọc lại rồi sửa.
notice-report-chased-noted = Đã ghi là đã đôn đốc.
notice-report-paper-kept = Đã lưu đầu trang và chữ ký.
act-report-gather = tổng hợp báo cáo đơn vị dưới
act-report-chase = đôn đốc báo cáo
act-report-letterhead = sửa đầu trang văn bản của đơn vị
report-posts-committee =
    TM. Ủy ban nhân dân
    Chủ tịch
report-posts-department = Giám đốc
report-posts-other = Thủ trưởng đơn vị
report-paper-usual-recipients =
    Như trên
    Lưu: VT
period-month = tháng { $month }/{ $year }
period-quarter = quý { $quarter }/{ $year }
period-first-half = 6 tháng đầu năm { $year }
period-second-half = 6 tháng cuối năm { $year }
period-year = năm { $year }
period-once = một lần
report-usual-spreading = Công tác phát động, tuyên truyền Hội thi
report-usual-solutions = Danh sách các giải pháp đăng ký dự thi
report-usual-difficulties = Khó khăn, vướng mắc và đề xuất, kiến nghị
act-report-open = mở kỳ báo cáo
act-report-write = viết báo cáo
act-report-submit = nộp báo cáo
act-report-decide = tiếp nhận hoặc trả lại báo cáo
report-as-pdf = PDF
report-as-docx = DOCX (Word)
report-as-xlsx = XLSX (Excel)
