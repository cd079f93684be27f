outbox = Thư đi
outbox-lead = Mọi thư hệ thống đã viết, gửi đi hay chưa.
outbox-no-smtp = Chưa khai báo máy chủ thư: thư được giữ ở đây, bạn đọc và chuyển tay được. Mục [smtp] trong hoithi.toml để gửi thật.
outbox-empty = Chưa có thư nào. Thư đầu tiên thường là thư mời.
outbox-count = { $count } thư
mail-subject = Tiêu đề
mail-recipient = Gửi tới
mail-written = Viết lúc
mail-sent = Đã gửi
mail-failed = Không gửi được
mail-kept = Giữ lại
mail-waiting = Chờ gửi
mail-error = Lần thử cuối
mail-invitation-subject = Mời nhận tài khoản trên hệ thống hội thi
mail-invitation-body =
    Kính gửi { $name },

    Ông/bà được mời sử dụng hệ thống quản lý hội thi. Để nhận tài khoản và đặt mật khẩu, hãy mở đường dẫn sau trong vòng bảy ngày:

    { $link }

    Đường dẫn chỉ dùng được một lần. Nếu không chờ thư này, ông/bà có thể bỏ qua.
mail-reset-subject = Đường dẫn đặt mật khẩu mới
mail-reset-body =
    Kính gửi { $name },

    Có người vừa xin đặt mật khẩu mới cho tài khoản của ông/bà. Nếu đúng là ông/bà, hãy mở đường dẫn sau trong vòng hai giờ:

    { $link }

    Nếu không phải, hãy bỏ qua: mật khẩu hiện nay vẫn giữ nguyên.
