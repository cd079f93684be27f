mailings = Thư gửi các đơn vị
mailings-lead = Thư của ban tổ chức gửi một lần cho nhiều đơn vị: xem trước rồi mới gửi, dừng được phần chưa đi.
mailings-search = Tìm thư theo tiêu đề, nội dung
mailings-none-found = Không có thư nào chứa những chữ này.
mailings-all = Xem tất cả thư
mailing-search-unit = Tìm đơn vị nhận thư
mailing-no-unit-found = Không có đơn vị nhận nào mang tên này.
mailings-none = Chưa gửi thư nào cho các đơn vị.
mailing-new = Soạn thư gửi các đơn vị
mailing-new-lead = Chọn đơn vị, soạn thư, rồi xem danh sách người nhận và nguyên văn thư trước khi gửi.
mailing-whom = Gửi cho
mailing-task = Về nhiệm vụ
mailing-body = Nội dung
mailing-body-help = Mọi người nhận cùng một nội dung. Tên hội thi và đường dẫn tới việc của đơn vị được thêm ở cuối thư.
mailing-look = Xem trước, chưa gửi
mailing-preview = Xem trước khi gửi
mailing-back = Quay lại sửa
mailing-empty = Mục này không được để trống.
mailing-too-long = Mục này dài quá.
mailing-to-all = Mọi đơn vị được giao việc
mailing-to-not-begun = Đơn vị chưa bắt đầu
mailing-to-not-reported = Đơn vị chưa báo cáo
mailing-to-late = Đơn vị quá hạn
mailing-units = { $count } đơn vị
mailing-units-word = Đơn vị
mailing-mails = Số thư
mailing-sent-at = Gửi lúc
mailing-unreached = { $count } đơn vị không có địa chỉ thư: hãy gọi điện.
mailing-no-phone = cũng chưa có số điện thoại
mailing-addresses = Người nhận: { $count } địa chỉ
mailing-will-mail = Sẽ gửi thư cho { $count } người
mailing-send = Gửi { $count } thư
mailing-grace = Thư đầu tiên đi sau một phút, các thư sau đi dần. Trong lúc đó dừng lại được.
mailing-kept = Chưa khai báo máy chủ thư: các thư được giữ trong hộp thư đi để chuyển tay.
mailing-changed-meanwhile = Danh sách người nhận đã đổi trong lúc xem: trước đó { $before } người, bây giờ { $now } người. Chưa gửi thư nào. Hãy xem lại rồi gửi.
mailing-nobody = Không đơn vị nào có địa chỉ thư, nên không gửi được. Hãy gọi điện hoặc gửi công văn.
mailing-not-running = Chỉ gửi thư cho các đơn vị khi hội thi đang diễn ra.
mailing-has-left = Mọi thư đã đi, không còn gì để dừng.
mailing-stop = Dừng { $count } thư chưa đi
mailing-was-stopped = Đã dừng
mailing-recipients = Người nhận
mailing-no-address = không có địa chỉ thư
mailing-to-phone = Cần gọi điện
mailing-foot = Xem việc của đơn vị và báo cáo tại: { $link }
mailing-draft-task = { " " }“{ $task }”
mailing-draft-all-subject = Thông báo về { $contest }
mailing-draft-all-body =
    Kính gửi các đơn vị,

    Đề nghị các đơn vị thực hiện nhiệm vụ{ $task } được giao của { $contest } đúng thời hạn.

    Trân trọng.
mailing-draft-not-begun-subject = Đề nghị triển khai nhiệm vụ của { $contest }
mailing-draft-not-begun-body =
    Kính gửi các đơn vị,

    Đến nay đơn vị chưa bắt đầu nhiệm vụ{ $task } được giao của { $contest }. Đề nghị đơn vị triển khai và cập nhật trên hệ thống.

    Trân trọng.
mailing-draft-not-reported-subject = Đề nghị báo cáo nhiệm vụ của { $contest }
mailing-draft-not-reported-body =
    Kính gửi các đơn vị,

    Đến nay đơn vị chưa báo cáo nhiệm vụ{ $task } được giao của { $contest }. Đề nghị đơn vị gửi báo cáo trước hạn.

    Trân trọng.
mailing-draft-late-subject = Đôn đốc nhiệm vụ quá hạn của { $contest }
mailing-draft-late-body =
    Kính gửi các đơn vị,

    Nhiệm vụ{ $task } được giao của { $contest } đã quá hạn mà đơn vị chưa báo cáo. Đề nghị đơn vị báo cáo ngay, hoặc nêu khó khăn và xin gia hạn trên hệ thống.

    Trân trọng.
mailing-write-late = Gửi thư cho đơn vị quá hạn
notice-mailing-sent = Đã nhận lệnh gửi thư.
notice-mailing-stopped = Đã dừng những thư chưa đi.
act-contest-mail = Gửi thư cho các đơn vị
act-contest-mail-stop = Dừng thư gửi các đơn vị
mailing-has-gone = Đã gửi hết
mailing-still-waiting = Còn { $count } thư chờ gửi
mailing-some-failed = { $count } thư không gửi được
