# Ai đã xem hồ sơ.

looks = Ai đã xem
looks-lead-authors = Những ai không phải tác giả đã xem hồ sơ này: vai trò và đơn vị của họ. Họ tên chỉ thư ký và quản trị thấy. Giữ hai năm.
looks-lead-office = Những ai không phải tác giả đã xem hồ sơ này. Tác giả chỉ thấy vai trò và đơn vị. Giữ hai năm.
looks-none = Chưa ai ngoài tác giả xem hồ sơ này.
looks-open = Mở cả danh sách
look-times = { $count } lần
look-no-role = Không còn vai trò
look-page = Trang hồ sơ
look-desk = Bàn kiểm tra hồ sơ
look-file = Tệp của hồ sơ
look-file-named = Tệp: { $name }
look-table = Bảng xuất từ sổ hồ sơ
look-package = Gói hồ sơ để tải về
look-talk = Trao đổi về hồ sơ
look-compared = Đối chiếu với giải pháp khác
look-sheet = Phiếu chấm và hồ sơ giấu tên
look-confirmation = Phần đề nghị đơn vị xác nhận
retention-look = Ai đã xem hồ sơ nào
retention-look-since = lần xem cuối
