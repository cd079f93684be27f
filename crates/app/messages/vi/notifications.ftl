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
mail-password-changed-subject = Mật khẩu đã được đổi
mail-password-changed-body =
    Kính gửi { $name },

    Mật khẩu tài khoản của ông/bà vừa được đổi lúc { $at }. Các máy khác phải đăng nhập lại.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị và đặt mật khẩu mới.
mail-password-set-subject = Mật khẩu đã được đặt bằng đường dẫn
mail-password-set-body =
    Kính gửi { $name },

    Mật khẩu tài khoản của ông/bà vừa được đặt lại bằng đường dẫn dùng một lần lúc { $at }. Mọi máy phải đăng nhập lại.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị và đặt mật khẩu mới.
mail-reset-link-made-subject = Người quản trị đã tạo đường dẫn đặt mật khẩu
mail-reset-link-made-body =
    Kính gửi { $name },

    Lúc { $at }, người quản trị tạo một đường dẫn để đặt mật khẩu mới cho tài khoản của ông/bà và sẽ trao tận tay. Thư này không kèm đường dẫn đó.

    Nếu ông/bà không nhờ việc này, hãy hỏi lại người quản trị.
mail-second-factor-on-subject = Đã bật xác thực hai bước
mail-second-factor-on-body =
    Kính gửi { $name },

    Xác thực hai bước của tài khoản vừa được bật lúc { $at }. Từ nay mỗi lần đăng nhập cần thêm sáu chữ số trên điện thoại.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị và đặt mật khẩu mới.
mail-second-factor-off-subject = Đã tắt xác thực hai bước
mail-second-factor-off-body =
    Kính gửi { $name },

    Xác thực hai bước của tài khoản vừa được tắt lúc { $at }. Từ nay chỉ còn mật khẩu giữ tài khoản này.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị và đặt mật khẩu mới.
mail-new-device-subject = Đăng nhập từ thiết bị mới
mail-new-device-body =
    Kính gửi { $name },

    Tài khoản của ông/bà vừa đăng nhập từ một thiết bị chưa dùng bao giờ:

    { $device }, địa chỉ mạng { $address }, lúc { $at }.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị và đặt mật khẩu mới.
mail-email-confirm-subject = Xác nhận địa chỉ thư điện tử
mail-email-confirm-body =
    Kính gửi { $name },

    Để dùng địa chỉ này cho tài khoản của ông/bà trên hệ thống hội thi, hãy mở đường dẫn sau trong vòng hai giờ:

    { $link }

    Nếu không chờ thư này, ông/bà có thể bỏ qua: không có gì thay đổi.
mail-email-changed-subject = Địa chỉ thư điện tử đã được đổi
mail-email-changed-body =
    Kính gửi { $name },

    Địa chỉ thư điện tử của tài khoản vừa được đổi thành { $email } lúc { $at }. Thư sau này không tới địa chỉ cũ nữa.

    Nếu không phải ông/bà làm, hãy báo ngay cho người quản trị.
mail-email-taken-subject = Có người xin dùng địa chỉ này
mail-email-taken-body =
    Kính gửi { $name },

    Có người vừa xin dùng địa chỉ này cho một tài khoản khác. Địa chỉ đã thuộc tài khoản của ông/bà, nên không có gì thay đổi.

    Nếu chính ông/bà đã xin, hãy đăng nhập bằng địa chỉ này. Nếu không, có thể bỏ qua.
