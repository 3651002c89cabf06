<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Nhập nghiệm thu</source>
        <translation>Enter accepted volume</translation>
    </message>
    <message>
        <source>&amp;Nhập nghiệm thu</source>
        <translation>&amp;Enter accepted volume</translation>
    </message>
    <message>
        <source>Đã nghiệm thu lũy kế {} đồng.</source>
        <translation>Accepted so far: {} đồng.</translation>
    </message>
    <message>
        <source>N&amp;gày nghiệm thu</source>
        <translation>&amp;Day of acceptance</translation>
    </message>
    <message>
        <source>Giá &amp;trị lũy kế</source>
        <translation>&amp;Value so far</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>Ghi ch&amp;ú</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Lý do giảm</source>
        <translation>&amp;Reason for less</translation>
    </message>
    <message>
        <source>Chỉ khi số lũy kế giảm.</source>
        <translation>Only where the sum falls.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>The day is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập số tiền bằng đồng, ví dụ 250.000.000.</source>
        <translation>The amount in đồng is missing, for example 250.000.000.</translation>
    </message>
    <message>
        <source>Sửa nghiệm thu</source>
        <translation>Correct accepted volume</translation>
    </message>
    <message>
        <source>&amp;Sửa nghiệm thu</source>
        <translation>&amp;Correct accepted volume</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa</source>
        <translation>&amp;Reason for the correction</translation>
    </message>
    <message>
        <source>Ghi lý do sửa; số đã nhập vẫn được lưu.</source>
        <translation>Say why it is corrected; what was entered is kept.</translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Sửa số tiền cam kết</source>
        <translation>Correct the amount</translation>
    </message>
    <message>
        <source>Đổi số tiền cam kết</source>
        <translation>Change the amount</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Đang cam kết {} đồng. Rút hết thì nhập 0.</source>
        <translation>Now {} đồng are promised. To withdraw all, enter 0.</translation>
    </message>
    <message>
        <source>Số t&amp;iền cam kết mới</source>
        <translation>New a&amp;mount</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>Từ &amp;ngày</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Chưa nhập số tiền bằng đồng, ví dụ 250.000.000.</source>
        <translation>The amount in đồng is missing, for example 250.000.000.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>The day is missing.</translation>
    </message>
    <message>
        <source>Chưa ghi lý do tăng, giảm, rút hoặc sửa.</source>
        <translation>Say why it grew, shrank, was withdrawn or is corrected.</translation>
    </message>
</context>
<context>
    <name>AnnexDialog</name>
    <message>
        <source>Nhập phụ lục</source>
        <translation>Enter annex</translation>
    </message>
    <message>
        <source>Sửa phụ lục</source>
        <translation>Correct annex</translation>
    </message>
    <message>
        <source>&amp;Nhập phụ lục</source>
        <translation>Enter &amp;annex</translation>
    </message>
    <message>
        <source>&amp;Sửa phụ lục</source>
        <translation>&amp;Correct annex</translation>
    </message>
    <message>
        <source>Hợp đồng {} ký {}, giá {} đồng, hoàn thành {}.</source>
        <translation>Contract {} signed {}, {} đồng, to be finished {}.</translation>
    </message>
    <message>
        <source>&amp;Số phụ lục</source>
        <translation>Annex &amp;number</translation>
    </message>
    <message>
        <source>N&amp;gày ký</source>
        <translation>&amp;Signed on</translation>
    </message>
    <message>
        <source>Giá hợ&amp;p đồng mới</source>
        <translation>New contract &amp;value</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>Bỏ trống nếu không đổi.</source>
        <translation>Leave empty if it stays.</translation>
    </message>
    <message>
        <source>&amp;Hoàn thành mới</source>
        <translation>New &amp;end</translation>
    </message>
    <message>
        <source>Bỏ trống nếu không gia hạn.</source>
        <translation>Leave empty if it is not extended.</translation>
    </message>
    <message>
        <source>&amp;Lý do điều chỉnh</source>
        <translation>&amp;Why it changes</translation>
    </message>
    <message>
        <source>Chưa nhập ngày ký.</source>
        <translation>The day of signing is missing.</translation>
    </message>
    <message>
        <source>Ghi lý do điều chỉnh hợp đồng.</source>
        <translation>Say why the contract changes.</translation>
    </message>
    <message>
        <source>Lý &amp;do sửa</source>
        <translation>Reason &amp;for the correction</translation>
    </message>
    <message>
        <source>Ghi lý do sửa; phụ lục đã nhập vẫn có trong Lịch sử.</source>
        <translation>Say why it is corrected; what was entered stays in the history.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Không còn tiêu chí nào chưa đạt</source>
        <translation>No criterion is unmet any more</translation>
    </message>
    <message>
        <source>Quá hạn {}</source>
        <translation>Was due {}</translation>
    </message>
    <message>
        <source>Đến hạn {}</source>
        <translation>Due {}</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Đã đạt đủ tiêu chí</source>
        <translation>All criteria met</translation>
    </message>
    <message>
        <source>Kịp tiến độ</source>
        <translation>On schedule</translation>
    </message>
    <message>
        <source>Có nguy cơ chậm</source>
        <translation>May be late</translation>
    </message>
    <message>
        <source>Đã quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>tiêu chí đạt</source>
        <translation>criteria met</translation>
    </message>
    <message>
        <source>Có kịp không?</source>
        <translation>On time?</translation>
    </message>
    <message>
        <source>tiêu chí đạt, gồm {} không xét</source>
        <translation>criteria met, {} of them not judged</translation>
    </message>
    <message>
        <source>Còn {} tiêu chí: {}</source>
        <translation>{} criteria left: {}</translation>
    </message>
    <message>
        <source>Trình hồ sơ được chưa?</source>
        <translation>May the dossier go up?</translation>
    </message>
    <message>
        <source>{} điều</source>
        <translation>{} points</translation>
    </message>
    <message>
        <source>Đã đủ</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Chưa trình được hồ sơ</source>
        <translation>The dossier may not go up yet</translation>
    </message>
    <message>
        <source>Còn {} việc phải làm hoặc phải sửa; làm từ trên xuống.</source>
        <translation>{} things are left to do or to mend; work from the top down.</translation>
    </message>
    <message>
        <source>Trình được, nhưng còn điều nên xem lại</source>
        <translation>May be submitted, but some points are worth another look</translation>
    </message>
    <message>
        <source>Đã lấy ý kiến xong. Xem lại các điều dưới đây trước khi trình.</source>
        <translation>The consultation is done. Look at the points below again before submitting.</translation>
    </message>
    <message>
        <source>Trình được, nhưng còn mức phải xem lại</source>
        <translation>It may go up, but some levels need a second look</translation>
    </message>
    <message>
        <source>Đã lấy ý kiến xong. Nhập và đối chiếu các mức dưới đây để biết chắc là đủ.</source>
        <translation>The consultation is over. Enter and check the levels below to be sure that it is enough.</translation>
    </message>
    <message>
        <source>Đã lấy ý kiến xong, trình hồ sơ được</source>
        <translation>The consultation is over, the dossier may go up</translation>
    </message>
    <message>
        <source>Đủ các bước, đúng thứ tự ngày và đạt mọi mức đã đối chiếu.</source>
        <translation>All steps are taken, the dates are in order, and every checked level is reached.</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Trả lời nhận xét</source>
        <translation>Answer a remark</translation>
    </message>
    <message>
        <source>&amp;Ghi trả lời</source>
        <translation>&amp;Save answer</translation>
    </message>
    <message>
        <source>Khi nhận xét: {}
Hiện nay: {}</source>
        <translation>When remarked: {}
Now: {}</translation>
    </message>
    <message>
        <source>Nội &amp;dung trả lời</source>
        <translation>Answer &amp;text</translation>
    </message>
    <message>
        <source>Đã làm gì, số liệu hoặc minh chứng bổ sung ở đâu. Gửi đi cùng gói số liệu lần tới.</source>
        <translation>What was done, and where the added figures or evidence are. It goes with the next data package.</translation>
    </message>
    <message>
        <source>Chưa nhập nội dung trả lời.</source>
        <translation>The text of the answer is missing.</translation>
    </message>
</context>
<context>
    <name>AnswerStrip</name>
    <message>
        <source>Đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Nơi nhận đã có</source>
        <translation>Addressee has</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Chưa nhận gói nào</source>
        <translation>No package received yet</translation>
    </message>
    <message>
        <source>{}, nhận lúc {}</source>
        <translation>{}, received at {}</translation>
    </message>
    <message>
        <source>Gói số {}</source>
        <translation>Package {}</translation>
    </message>
    <message>
        <source>Chưa có nhận xét</source>
        <translation>No remarks yet</translation>
    </message>
    <message>
        <source>Chưa gửi gói nào</source>
        <translation>No package sent yet</translation>
    </message>
    <message>
        <source>chưa ghi ra USB hoặc thư mục nào</source>
        <translation>not yet written to a USB stick or folder</translation>
    </message>
    <message>
        <source>ghi ra {} lúc {}</source>
        <translation>written to {} at {}</translation>
    </message>
    <message>
        <source>chưa xác nhận: số {}</source>
        <translation>not confirmed: no. {}</translation>
    </message>
    <message>
        <source>Đến gói số {}</source>
        <translation>Up to package {}</translation>
    </message>
    <message>
        <source>Chưa biết</source>
        <translation>Not known yet</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Theo máy</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Chữ kèm chương trình (cùng khổ chữ)</source>
        <translation>The program&apos;s own (same measures)</translation>
    </message>
    <message>
        <source>Times New Roman của máy này</source>
        <translation>Times New Roman of this PC</translation>
    </message>
    <message>
        <source>&amp;Chữ của văn bản in</source>
        <translation>&amp;Typeface of papers</translation>
    </message>
    <message>
        <source>&amp;Nền màn hình</source>
        <translation>&amp;Screen background</translation>
    </message>
    <message>
        <source>&amp;Máy in đề nghị trước</source>
        <translation>&amp;Printer offered first</translation>
    </message>
    <message>
        <source>Đổi từ lần mở chương trình sau.</source>
        <translation>Changes when the program is next opened.</translation>
    </message>
    <message>
        <source>N&amp;gôn ngữ</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Màn hình và in</source>
        <translation>Screen and print</translation>
    </message>
    <message>
        <source>Máy này không có Times New Roman.</source>
        <translation>This PC has no Times New Roman.</translation>
    </message>
    <message>
        <source>Máy in mặc định của máy</source>
        <translation>The system&apos;s default printer</translation>
    </message>
    <message>
        <source>Giới thiệu</source>
        <translation>About</translation>
    </message>
    <message>
        <source>NTM Desktop {}: theo dõi tiêu chí nông thôn mới và lập hồ sơ xét công nhận, không cần mạng.</source>
        <translation>NTM Desktop {}: follows the New Rural criteria and prepares the dossier for recognition, without a network.</translation>
    </message>
    <message>
        <source>Phần mềm tự do, giấy phép Apache-2.0: được dùng, chép và sửa.</source>
        <translation>Free software under the Apache-2.0 licence: use, copy and change it.</translation>
    </message>
    <message>
        <source>Giao diện dùng Qt và PySide6 theo giấy phép LGPL-3.0; các thư viện này là tệp riêng trong thư mục chương trình, có thể thay bằng bản khác. Mã nguồn của Qt được gửi khi có yêu cầu.</source>
        <translation>The window uses Qt and PySide6 under the LGPL-3.0 licence; these libraries are separate files in the program folder and can be replaced. The source code of Qt is sent on request.</translation>
    </message>
    <message>
        <source>&amp;Xem giấy phép</source>
        <translation>&amp;Read the licences</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Nhập lại</source>
        <translation>Enter again</translation>
    </message>
    <message>
        <source>“{}” đã ký số. Ghi đè?</source>
        <translation>“{}” is digitally signed. Replace it?</translation>
    </message>
    <message>
        <source>Tệp đang có {}. Ghi đè thì mất chữ ký, không lấy lại được.</source>
        <translation>The file has {}. Replacing it loses the signatures for good.</translation>
    </message>
    <message>
        <source>Ghi đè tệp đã ký</source>
        <translation>Replace the signed file</translation>
    </message>
    <message>
        <source>Đặt tên khác</source>
        <translation>Choose another name</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Phân công tiêu chí {}</source>
        <translation>Assign criterion {}</translation>
    </message>
    <message>
        <source>&amp;Phân công</source>
        <translation>&amp;Assign</translation>
    </message>
    <message>
        <source>Phân công {} tiêu chí</source>
        <translation>Assign {} criteria</translation>
    </message>
    <message>
        <source>&amp;Người phụ trách</source>
        <translation>&amp;Person in charge</translation>
    </message>
    <message>
        <source>Người đứng đầ&amp;u đơn vị</source>
        <translation>&amp;Head of the unit</translation>
    </message>
    <message>
        <source>Để trống: giữ như đang có.</source>
        <translation>Left empty, each keeps its own.</translation>
    </message>
    <message>
        <source>Phòng, ngành hỗ t&amp;rợ</source>
        <translation>&amp;Supporting department</translation>
    </message>
    <message>
        <source>&amp;Từ ngày</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>Đến n&amp;gày</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Để trống khi chưa định ngày thôi.</source>
        <translation>Leave empty while no end is settled.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày bắt đầu.</source>
        <translation>The first day is missing.</translation>
    </message>
    <message>
        <source>Tiêu chí {} đã phân công từ {}. Chọn ngày đó hoặc sau đó.</source>
        <translation>Criterion {} is assigned from {} on. Choose that day or a later one.</translation>
    </message>
    <message>
        <source>Giữ như đang có</source>
        <translation>Keep as they are</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
</context>
<context>
    <name>Assignments</name>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>Người đứng đầu</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>Đơn vị hỗ trợ</source>
        <translation>Supporting department</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Số nhiệm vụ trong kế hoạch chưa xong</source>
        <translation>Tasks of plans that are not done</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Số nhiệm vụ chưa xong đã quá hạn</source>
        <translation>Tasks not done that are over their deadline</translation>
    </message>
    <message>
        <source>Chỉ tiêu đã đạt nay chưa đạt</source>
        <translation>Indicator met before, not now</translation>
    </message>
    <message>
        <source>Đạt đến</source>
        <translation>Met until</translation>
    </message>
    <message>
        <source>Theo bộ tiêu chí</source>
        <translation>Under the set</translation>
    </message>
    <message>
        <source>Không đạt từ</source>
        <translation>Unmet since</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Giải pháp</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Người thực hiện</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Số ngày trễ</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>Ngày xong</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Chưa phân công</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Chưa có kế hoạch</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>Đổi bộ tiêu chí. {}</source>
        <translation>Other criteria set. {}</translation>
    </message>
    <message>
        <source>Nguyên nhân: {}</source>
        <translation>Cause: {}</translation>
    </message>
    <message>
        <source>Giải pháp: {}</source>
        <translation>Solution: {}</translation>
    </message>
    <message>
        <source>Người phụ trách: {}</source>
        <translation>In charge: {}</translation>
    </message>
    <message>
        <source>Đơn vị hỗ trợ: {}</source>
        <translation>Supported by: {}</translation>
    </message>
</context>
<context>
    <name>AssignmentsPage</name>
    <message>
        <source>Phân công</source>
        <translation>Responsibilities</translation>
    </message>
    <message>
        <source>Phụ trách tiêu chí</source>
        <translation>In charge of criteria</translation>
    </message>
    <message>
        <source>Đã đạt nay chưa đạt</source>
        <translation>Met before, not now</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Đánh giá năm</source>
        <translation>Year&apos;s review</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>&amp;Mở tiêu chí</source>
        <translation>&amp;Open criterion</translation>
    </message>
    <message>
        <source>&amp;Ghi đã xong</source>
        <translation>&amp;Mark as done</translation>
    </message>
    <message>
        <source>&amp;Đổi mức đánh giá</source>
        <translation>&amp;Change the rating</translation>
    </message>
    <message>
        <source>Chưa có nhiệm vụ nào. Nhiệm vụ là giải pháp có hạn trong kế hoạch của chỉ tiêu chưa đạt, lập ở trang Tiêu chí.</source>
        <translation>No tasks yet. A task is a solution with a deadline in the plan of an unmet indicator, made on the page Criteria.</translation>
    </message>
    <message>
        <source>{} tiêu chí</source>
        <translation>{} criteria</translation>
    </message>
    <message>
        <source>{} nhiệm vụ quá hạn</source>
        <translation>{} task(s) overdue</translation>
    </message>
    <message>
        <source>{} chỉ tiêu không giữ được</source>
        <translation>{} indicator(s) fell back</translation>
    </message>
    <message>
        <source>{} chưa phân công</source>
        <translation>{} without anybody</translation>
    </message>
    <message>
        <source>&amp;Phân công…</source>
        <translation>&amp;Assign…</translation>
    </message>
</context>
<context>
    <name>AttendeesDialog</name>
    <message>
        <source>Mỗi dòng một người: họ tên, dấu chấm phẩy, chức vụ. Dán được hai cột họ tên, chức vụ từ Excel.</source>
        <translation>One person a line: name, semicolon, post. Two columns, name and post, can be pasted from Excel.</translation>
    </message>
    <message>
        <source>Danh sách người dự họp</source>
        <translation>List of attendees</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Người &amp;dự họp</source>
        <translation>&amp;Attendees</translation>
    </message>
    <message>
        <source>&amp;Tách thành {} dòng</source>
        <translation>&amp;Split into {} lines</translation>
    </message>
    <message>
        <source>Tách các tên cách nhau bằng dấu phẩy?</source>
        <translation>Split the names that are separated by commas?</translation>
    </message>
    <message>
        <source>Có dòng nhiều tên: “{}”. Danh sách trong biên bản có mỗi người một dòng, chữ sau tên là chức vụ. Tách ra thì xem lại rồi bấm Ghi.</source>
        <translation>A line has several names: “{}”. The list in the minutes has one person a line; what follows the name is the post. When they are split, look at them again and press Save.</translation>
    </message>
    <message>
        <source>&amp;Giữ nguyên</source>
        <translation>&amp;Keep as it is</translation>
    </message>
</context>
<context>
    <name>AuthorityHistoryPage</name>
    <message>
        <source>&amp;Xem</source>
        <translation>&amp;Show</translation>
    </message>
    <message>
        <source>Việc của cơ quan</source>
        <translation>Of this office</translation>
    </message>
    <message>
        <source>Việc về {}</source>
        <translation>About {}</translation>
    </message>
</context>
<context>
    <name>AuthoritySection</name>
    <message>
        <source>Tê&amp;n cơ quan</source>
        <translation>A&amp;uthority name</translation>
    </message>
    <message>
        <source>Tỉ&amp;nh, thành phố</source>
        <translation>&amp;Province, city</translation>
    </message>
    <message>
        <source>Địa &amp;danh ghi trên văn bản</source>
        <translation>Place &amp;written on papers</translation>
    </message>
    <message>
        <source>Cơ quan thẩm định</source>
        <translation>Appraising authority</translation>
    </message>
    <message>
        <source>Mã {}, {}. Mã và cấp nằm trong khóa đã trao cho các xã nên không sửa ở đây.</source>
        <translation>Code {}, {}. The code and the level are in the key given to the communes, so they are not changed here.</translation>
    </message>
</context>
<context>
    <name>AuthoritySetupPage</name>
    <message>
        <source>Cơ quan</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Nhân sự</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>AuthorityWindow</name>
    <message>
        <source>Đang sao lưu trước khi đóng</source>
        <translation>Backing up before closing</translation>
    </message>
    <message>
        <source>Nơi thẩm định</source>
        <translation>Appraising office</translation>
    </message>
    <message>
        <source>Các xã</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Thẩm định</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>Xã đang xem</source>
        <translation>Commune shown</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Sao lưu thêm ra đâu?</source>
        <translation>Where else should backups go?</translation>
    </message>
    <message>
        <source>Mỗi lần đóng, chương trình sao lưu vào thư mục dữ liệu và vào nơi chọn ở đây. Chọn một ổ khác, tốt nhất là USB: ổ cứng hỏng thì số liệu vẫn còn.</source>
        <translation>Each time it closes, the program backs up into the data folder and into the place chosen here. Choose another drive, best a USB stick: the figures then outlive the hard disk.</translation>
    </message>
    <message>
        <source>Thư mục &amp;sao lưu</source>
        <translation>&amp;Backup folder</translation>
    </message>
    <message>
        <source>Để trống nếu chưa có, chọn sau.</source>
        <translation>Leave empty if there is none yet; choose later.</translation>
    </message>
    <message>
        <source>Chọn thư &amp;mục</source>
        <translation>&amp;Choose folder</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Nơi sao lưu</source>
        <translation>Backup places</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Thê&amp;m nơi sao lưu</source>
        <translation>&amp;Add a place</translation>
    </message>
    <message>
        <source>&amp;Bỏ nơi này</source>
        <translation>Remo&amp;ve place</translation>
    </message>
    <message>
        <source>Mỗi lần đóng, chương trình sao lưu vào các nơi này. Thêm một ổ khác, tốt nhất là USB: ổ cứng hỏng thì số liệu vẫn còn.</source>
        <translation>Each time it closes, the program backs up into these places. Add another drive, best a USB stick: the figures then outlive the hard disk.</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số của bản sao lưu ở nơi này</source>
        <translation>Number of the backup in this place</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Vì sao</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Việc cuối trong bản này</source>
        <translation>Last act in this backup</translation>
    </message>
    <message>
        <source>Cỡ (MB)</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Số tệp minh chứng</source>
        <translation>Number of evidence files</translation>
    </message>
    <message>
        <source>Nơi</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Các bản sao lưu</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>&amp;Sao lưu ngay</source>
        <translation>&amp;Back up now</translation>
    </message>
    <message>
        <source>&amp;Phục hồi</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Phục hồi từ nơi &amp;khác</source>
        <translation>Restore &amp;from elsewhere</translation>
    </message>
    <message>
        <source>Kiểm tra &amp;dữ liệu</source>
        <translation>&amp;Check the data</translation>
    </message>
    <message>
        <source>K&amp;iểm tra kỹ</source>
        <translation>C&amp;heck in full</translation>
    </message>
    <message>
        <source>Đọc lại từng tệp; có thể mất vài phút</source>
        <translation>Reads every file again; may take minutes</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào.</source>
        <translation>No backup yet.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu (luôn có)</source>
        <translation>Data folder (always)</translation>
    </message>
    <message>
        <source>Không thấy, cắm lại ổ</source>
        <translation>Not found, plug it in</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Chọn nơi sao lưu</source>
        <translation>Choose a backup place</translation>
    </message>
    <message>
        <source>Đang sao lưu</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>Có nơi chưa sao lưu được.</source>
        <translation>Some places could not be backed up to.</translation>
    </message>
    <message>
        <source>Đã sao lưu và đọc lại kiểm tra.</source>
        <translation>Backed up, and checked by reading back.</translation>
    </message>
    <message>
        <source>Đang kiểm tra dữ liệu</source>
        <translation>Checking the data</translation>
    </message>
    <message>
        <source>Dữ liệu có chỗ không còn nguyên vẹn.</source>
        <translation>Some of the data is no longer whole.</translation>
    </message>
    <message>
        <source>Dữ liệu nguyên vẹn: {} việc trong lịch sử, đã đọc lại {} tệp.</source>
        <translation>The data is whole: {} act(s) in the history, {} file(s) read again.</translation>
    </message>
    <message>
        <source>Dữ liệu nguyên vẹn: {} việc trong lịch sử, có đủ {} tệp.</source>
        <translation>The data is whole: {} act(s) in the history, all {} file(s) present.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Bản sao lưu (manifest.json)</source>
        <translation>Backup (manifest.json)</translation>
    </message>
    <message>
        <source>Đang phục hồi</source>
        <translation>Restoring</translation>
    </message>
    <message>
        <source>Đã phục hồi bản lúc {}.</source>
        <translation>The backup of {} was restored.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu:</source>
        <translation>Data folder:</translation>
    </message>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Khi đóng chương trình</source>
        <translation>On closing</translation>
    </message>
    <message>
        <source>Trước khi nâng cấp</source>
        <translation>Before upgrade</translation>
    </message>
    <message>
        <source>Trước khi phục hồi</source>
        <translation>Before restore</translation>
    </message>
    <message>
        <source>Không phục hồi được các tệp đã mất: {}. Đính kèm lại các tệp này.</source>
        <translation>Lost files could not be restored: {}. Attach these files again.</translation>
    </message>
</context>
<context>
    <name>BindingDialog</name>
    <message>
        <source>Gộp hồ sơ và minh chứng</source>
        <translation>Bind dossier and evidence</translation>
    </message>
    <message>
        <source>&amp;Chọn nơi lưu</source>
        <translation>&amp;Choose where to save</translation>
    </message>
    <message>
        <source>Mỗi tập có bìa, danh mục tài liệu và mục lục riêng; trang đánh số liền cả hồ sơ.</source>
        <translation>Each volume has its own cover, list of documents and outline; pages are numbered through the whole dossier.</translation>
    </message>
    <message>
        <source>Một tệp</source>
        <translation>One file</translation>
    </message>
    <message>
        <source>Mỗi tiêu chí một tập</source>
        <translation>A volume for each criterion</translation>
    </message>
    <message>
        <source>Chia tập theo số trang</source>
        <translation>Volumes by number of pages</translation>
    </message>
    <message>
        <source>Số &amp;trang nhiều nhất của một tập</source>
        <translation>Most &amp;pages of a volume</translation>
    </message>
    <message>
        <source>Chia &amp;tập</source>
        <translation>&amp;Volumes</translation>
    </message>
</context>
<context>
    <name>BreakLine</name>
    <message>
        <source>Căn cứ: {}</source>
        <translation>Basis: {}</translation>
    </message>
    <message>
        <source>Chưa làm xong</source>
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>Trái quy định</source>
        <translation>Against the rule</translation>
    </message>
    <message>
        <source>Chưa có mức</source>
        <translation>No level yet</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Nên xem lại</source>
        <translation>Worth another look</translation>
    </message>
</context>
<context>
    <name>BroadcastDialog</name>
    <message>
        <source>Sửa lần phát thanh</source>
        <translation>Change a broadcast</translation>
    </message>
    <message>
        <source>Thêm lần phát thanh</source>
        <translation>Add a broadcast</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm lần phát</source>
        <translation>&amp;Add broadcast</translation>
    </message>
    <message>
        <source>&amp;Ngày phát</source>
        <translation>&amp;Day of broadcast</translation>
    </message>
    <message>
        <source>Một ngày phát nhiều lần thì ghi từng lần.</source>
        <translation>Several on one day are entered one by one.</translation>
    </message>
    <message>
        <source>Bản tin buổi chiều</source>
        <translation>Afternoon news</translation>
    </message>
    <message>
        <source>Ghi &amp;chú</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>Chưa nhập ngày phát.</source>
        <translation>The day of the broadcast is missing.</translation>
    </message>
</context>
<context>
    <name>CapitalCard</name>
    <message>
        <source>Xem vốn ở trang Công trình (Ctrl+3)</source>
        <translation>Show capital on page Works (Ctrl+3)</translation>
    </message>
    <message>
        <source>Vốn công trình</source>
        <translation>Capital of works</translation>
    </message>
    <message>
        <source>triệu đồng</source>
        <translation>million đồng</translation>
    </message>
    <message>
        <source>Xem {} công trình</source>
        <translation>Show {} works</translation>
    </message>
    <message>
        <source>Chưa ghi vốn. Chọn một công trình rồi ghi cam kết, bố trí, giải ngân ở thẻ Vốn.</source>
        <translation>No capital recorded. Choose a work, then record what was promised, allotted and paid on its tab Capital.</translation>
    </message>
    <message>
        <source>Thêm công trình</source>
        <translation>Add work</translation>
    </message>
    <message>
        <source>Chưa ghi vốn. Thêm công trình trước, rồi ghi vốn của công trình.</source>
        <translation>No capital recorded. Add a work first, then record its capital.</translation>
    </message>
    <message>
        <source>Cơ cấu vốn của các công trình: mọi nguồn, gồm cả ngân sách xã và Nhân dân đóng góp. Cam kết của huyện, tỉnh bằng văn bản: xem trang Vướng mắc, mục Cam kết vốn.</source>
        <translation>Capital of the works from all sources, with the commune&apos;s budget and what people give. What district and province committed in writing: page Obstacles, Capital commitments.</translation>
    </message>
    <message>
        <source>{} vốn cam kết</source>
        <translation>{} of what was promised</translation>
    </message>
    <message>
        <source>{} vốn đã bố trí</source>
        <translation>{} of what was allotted</translation>
    </message>
    <message>
        <source>Còn thiếu {} so với tổng mức {}</source>
        <translation>{} missing of a total of {}</translation>
    </message>
    <message>
        <source>Đã bố trí đủ tổng mức {}</source>
        <translation>The total of {} is allotted</translation>
    </message>
    <message>
        <source>Mọi nguồn cam kết</source>
        <translation>All sources</translation>
    </message>
    <message>
        <source>Đã bố trí</source>
        <translation>Allotted</translation>
    </message>
    <message>
        <source>Giải ngân</source>
        <translation>Paid</translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Đổi mật khẩu khóa</source>
        <translation>Change the key password</translation>
    </message>
    <message>
        <source>Đổi &amp;mật khẩu</source>
        <translation>Change pass&amp;word</translation>
    </message>
    <message>
        <source>Khóa giữ nguyên, các nơi trao đổi không phải làm gì.</source>
        <translation>The key stays the same; those you exchange with need do nothing.</translation>
    </message>
    <message>
        <source>Mật khẩu &amp;hiện nay</source>
        <translation>C&amp;urrent password</translation>
    </message>
    <message>
        <source>Chưa nhập mật khẩu hiện nay.</source>
        <translation>The current password is missing.</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Quyết toán, bảo hành</source>
        <translation>Settlement, warranty</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Đã nghiệm thu lũy kế {} đồng.</source>
        <translation>Accepted so far: {} đồng.</translation>
    </message>
    <message>
        <source>Ít nhất 12 tháng từ ngày nghiệm thu: đến {}.</source>
        <translation>At least 12 months from acceptance: until {}.</translation>
    </message>
    <message>
        <source>Giá &amp;trị quyết toán</source>
        <translation>Settled &amp;value</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>N&amp;gày quyết định</source>
        <translation>&amp;Day of the decision</translation>
    </message>
    <message>
        <source>&amp;Số quyết định</source>
        <translation>&amp;Decision number</translation>
    </message>
    <message>
        <source>&amp;Cơ quan phê duyệt</source>
        <translation>&amp;Approved by</translation>
    </message>
    <message>
        <source>&amp;Bảo hành đến</source>
        <translation>&amp;Warranty until</translation>
    </message>
    <message>
        <source>Thường 5% giá hợp đồng: {} đồng.</source>
        <translation>Usually 5% of the contract: {} đồng.</translation>
    </message>
    <message>
        <source>Tiền giữ &amp;lại bảo hành</source>
        <translation>&amp;Retention money</translation>
    </message>
    <message>
        <source>Đã t&amp;rả ngày</source>
        <translation>Re&amp;leased on</translation>
    </message>
    <message>
        <source>Bỏ trống khi còn giữ tiền của đơn vị thi công.</source>
        <translation>Leave empty while the money is kept.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>KHỚP</source>
        <translation>MATCHES</translation>
    </message>
    <message>
        <source>KHÔNG KHỚP</source>
        <translation>DOES NOT MATCH</translation>
    </message>
</context>
<context>
    <name>CommitmentDetails</name>
    <message>
        <source>Đổi số tiề&amp;n</source>
        <translation>Change a&amp;mount</translation>
    </message>
    <message>
        <source>&amp;Xóa cam kết</source>
        <translation>Remove commi&amp;tment</translation>
    </message>
    <message>
        <source>Số tiền đã cam kết</source>
        <translation>Amounts promised</translation>
    </message>
    <message>
        <source>Hạn bố trí {}</source>
        <translation>Allotted by {}</translation>
    </message>
    <message>
        <source>Đã bố trí {}, thiếu so với cam kết {} triệu đồng</source>
        <translation>Allotted {}, short of the commitment by {} million đồng</translation>
    </message>
    <message>
        <source>{} · {} triệu đồng</source>
        <translation>{} · {} million đồng</translation>
    </message>
    <message>
        <source>Số {}</source>
        <translation>No. {}</translation>
    </message>
</context>
<context>
    <name>CommitmentDialog</name>
    <message>
        <source>Sửa cam kết</source>
        <translation>Edit commitment</translation>
    </message>
    <message>
        <source>Thêm cam kết</source>
        <translation>Add commitment</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm cam kết</source>
        <translation>A&amp;dd commitment</translation>
    </message>
    <message>
        <source>Chung của xã</source>
        <translation>The whole commune</translation>
    </message>
    <message>
        <source>Nơi &amp;cam kết</source>
        <translation>Who &amp;promised</translation>
    </message>
    <message>
        <source>UBND huyện Minh Hóa</source>
        <translation>UBND huyện Minh Hóa</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>N&amp;gày cam kết</source>
        <translation>Promised &amp;on</translation>
    </message>
    <message>
        <source>Số t&amp;iền</source>
        <translation>A&amp;mount</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>&amp;Hạn bố trí</source>
        <translation>Allotted &amp;by</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>&amp;Work</translation>
    </message>
    <message>
        <source>Ng&amp;uồn</source>
        <translation>Sou&amp;rce</translation>
    </message>
    <message>
        <source>&amp;Năm ngân sách</source>
        <translation>Budget &amp;year</translation>
    </message>
    <message>
        <source>Điều &amp;kiện, ghi chú</source>
        <translation>Cond&amp;itions, notes</translation>
    </message>
    <message>
        <source>Chưa nhập nơi cam kết.</source>
        <translation>Who promised is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập hạn bố trí.</source>
        <translation>The day by which it is allotted is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày cam kết.</source>
        <translation>The day of the promise is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập số tiền bằng đồng, ví dụ 250.000.000.</source>
        <translation>The amount in đồng is missing, for example 250.000.000.</translation>
    </message>
    <message>
        <source>Nhập năm ngân sách, ví dụ {}.</source>
        <translation>Enter a budget year, for example {}.</translation>
    </message>
</context>
<context>
    <name>CommitmentList</name>
    <message>
        <source>Còn thiếu</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Cam kết vốn</source>
        <translation>Capital promised</translation>
    </message>
    <message>
        <source>Không có cam kết nào thuộc nhóm này.</source>
        <translation>No commitment is of this kind.</translation>
    </message>
    <message>
        <source>Chưa ghi cam kết vốn nào. Ghi nơi cam kết, văn bản, số tiền và hạn bố trí.</source>
        <translation>No promised capital recorded yet. Record who promised, the document, the amount and the day.</translation>
    </message>
    <message>
        <source>&amp;Thêm cam kết</source>
        <translation>A&amp;dd commitment</translation>
    </message>
</context>
<context>
    <name>Commitments</name>
    <message>
        <source>Nơi cam kết</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Nguồn, năm</source>
        <translation>Source, year</translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Cam kết (đồng)</source>
        <translation>Promised (đồng)</translation>
    </message>
    <message>
        <source>Đã bố trí</source>
        <translation>Allotted</translation>
    </message>
    <message>
        <source>Đã bố trí (đồng)</source>
        <translation>Allotted (đồng)</translation>
    </message>
    <message>
        <source>Còn thiếu</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Còn thiếu (đồng)</source>
        <translation>Missing (đồng)</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Ngày phải bố trí xong</source>
        <translation>Day by which all is to be allotted</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Quá hạn {} ngày</source>
        <translation>Overdue by {} days</translation>
    </message>
    <message>
        <source>Tổng {} cam kết</source>
        <translation>Total of {} commitment(s)</translation>
    </message>
</context>
<context>
    <name>CommuneDetail</name>
    <message>
        <source>&amp;Mở xã</source>
        <translation>&amp;Open commune</translation>
    </message>
    <message>
        <source>Mở xã để xem (Enter)</source>
        <translation>Open the commune to view it (Enter)</translation>
    </message>
    <message>
        <source>&amp;So sánh hai gói</source>
        <translation>&amp;Compare two packages</translation>
    </message>
    <message>
        <source>còn {} tiêu chí</source>
        <translation>{} criteria left</translation>
    </message>
    <message>
        <source>đủ tiêu chí</source>
        <translation>all criteria met</translation>
    </message>
    <message>
        <source>đăng ký đạt {}</source>
        <translation>goal {}</translation>
    </message>
    <message>
        <source>gói số {} ngày {}</source>
        <translation>package {} of {}</translation>
    </message>
    <message>
        <source>xét đến {}</source>
        <translation>as of {}</translation>
    </message>
    <message>
        <source>Nhắc xã gửi gói số liệu; khi nhận được gói, xã hiện đầy đủ ở đây.</source>
        <translation>Remind the commune to send its data package; once it is received, the commune shows here in full.</translation>
    </message>
    <message>
        <source>Chương trình này chưa có bộ tiêu chí mà xã dùng. Mở xã để xem, hoặc cập nhật chương trình.</source>
        <translation>This program does not have the criteria set that the commune uses. Open the commune to view it, or update the program.</translation>
    </message>
    <message>
        <source>Không còn tiêu chí nào chưa đạt, không có việc chậm.</source>
        <translation>No criterion left unmet, nothing late.</translation>
    </message>
</context>
<context>
    <name>CommuneList</name>
    <message>
        <source>Các xã</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Chưa gửi gói nào</source>
        <translation>No package sent yet</translation>
    </message>
    <message>
        <source>Thiếu gói</source>
        <translation>Packages missing</translation>
    </message>
    <message>
        <source>Chưa gửi lại gì</source>
        <translation>Nothing sent back yet</translation>
    </message>
    <message>
        <source>Xã chưa xác nhận</source>
        <translation>Commune has not confirmed</translation>
    </message>
    <message>
        <source>Chưa ghi nhận khóa của xã nào. Xã gửi tệp khóa .ntmk kèm phiếu giấy có chữ ký, đóng dấu; gõ mã trên phiếu để ghi nhận.</source>
        <translation>No commune key is pinned yet. A commune sends its key file .ntmk with a signed and sealed paper sheet; type the code on the sheet to pin the key.</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận khóa xã</source>
        <translation>&amp;Pin commune key</translation>
    </message>
    <message>
        <source>Không có xã nào thuộc nhóm này.</source>
        <translation>No commune is of this kind.</translation>
    </message>
</context>
<context>
    <name>CommunePage</name>
    <message>
        <source>Tên được in trên mọi văn bản. Sửa được sau trong Thiết lập.</source>
        <translation>The name is printed on every paper. It can be changed later in Setup.</translation>
    </message>
    <message>
        <source>Tê&amp;n xã</source>
        <translation>Commune &amp;name</translation>
    </message>
    <message>
        <source>xã Yên Hóa</source>
        <translation>xã Yên Hóa</translation>
    </message>
    <message>
        <source>&amp;Mã xã</source>
        <translation>C&amp;ommune code</translation>
    </message>
    <message>
        <source>Chưa biết thì để trống, điền sau.</source>
        <translation>Leave empty if unknown; fill in later.</translation>
    </message>
    <message>
        <source>Quảng Bình</source>
        <translation>Quảng Bình</translation>
    </message>
    <message>
        <source>Đơn vị nào làm việc trên máy này?</source>
        <translation>Who works on this PC?</translation>
    </message>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Lập hồ sơ, gửi số liệu lên cấp trên.</source>
        <translation>Prepares the dossier, sends data to the higher level.</translation>
    </message>
    <message>
        <source>Cơ quan thẩm định</source>
        <translation>Appraising authority</translation>
    </message>
    <message>
        <source>Nhận số liệu của các xã, xem và nhận xét.</source>
        <translation>Receives the data of the communes, views them and makes remarks.</translation>
    </message>
    <message>
        <source>Quảng Trị</source>
        <translation>Quảng Trị</translation>
    </message>
    <message>
        <source>Tỉnh, thành &amp;phố</source>
        <translation>&amp;Province, city</translation>
    </message>
    <message>
        <source>Minh Hóa</source>
        <translation>Minh Hóa</translation>
    </message>
    <message>
        <source>Từ 01/7/2025 không còn cấp huyện: để trống.</source>
        <translation>No districts since 01/7/2025: leave empty.</translation>
    </message>
    <message>
        <source>&amp;Huyện</source>
        <translation>&amp;District</translation>
    </message>
    <message>
        <source>&amp;Cấp của cơ quan</source>
        <translation>Authority &amp;level</translation>
    </message>
    <message>
        <source>Địa &amp;danh ghi trên văn bản</source>
        <translation>Place &amp;written on papers</translation>
    </message>
    <message>
        <source>Đồng Hới</source>
        <translation>Đồng Hới</translation>
    </message>
    <message>
        <source>Chưa biết thì để trống.</source>
        <translation>Leave empty if not known yet.</translation>
    </message>
    <message>
        <source>Dùng chung dữ liệu trên má&amp;y chủ</source>
        <translation>Share the data on a s&amp;erver</translation>
    </message>
    <message>
        <source>Tê&amp;n cơ quan</source>
        <translation>A&amp;uthority name</translation>
    </message>
    <message>
        <source>&amp;Mã cơ quan</source>
        <translation>Authority &amp;code</translation>
    </message>
    <message>
        <source>Ủy ban nhân dân huyện Minh Hóa</source>
        <translation>Ủy ban nhân dân huyện Minh Hóa</translation>
    </message>
    <message>
        <source>ví dụ: {}</source>
        <translation>e.g. {}</translation>
    </message>
    <message>
        <source>Mã huyện, tỉnh; xã gửi gói số liệu cho mã này.</source>
        <translation>Code of the district or province; communes send their data packages to this code.</translation>
    </message>
    <message>
        <source>Dữ liệu sẽ lập trên máy chủ {}. Bổ sung các mục trên rồi bấm Tiếp tục.</source>
        <translation>The data will be made on the server {}. Fill in what is above and press Continue.</translation>
    </message>
    <message>
        <source>Khóa để nhận gói của các xã: lập sau ở trang Trao đổi.</source>
        <translation>The key to receive the communes&apos; packages is made later, on page Exchange.</translation>
    </message>
    <message>
        <source>Thôn, số trường và số liệu chung: nhập sau ở Thiết lập, mục Xã.</source>
        <translation>Hamlets, schools and common figures: entered later in Settings, under Commune.</translation>
    </message>
</context>
<context>
    <name>CommunePanel</name>
    <message>
        <source>Đóng bảng chi tiết</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (Esc)</source>
        <translation>Close details (Esc)</translation>
    </message>
    <message>
        <source>mã {}</source>
        <translation>code {}</translation>
    </message>
    <message>
        <source>chưa xác nhận: số {}</source>
        <translation>not confirmed: no. {}</translation>
    </message>
    <message>
        <source>chưa nhận: số {}</source>
        <translation>not received: no. {}</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Không có việc gì.</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>Xã gửi đến</source>
        <translation>Sent by the commune</translation>
    </message>
    <message>
        <source>Gói số {}, nhận lúc {}</source>
        <translation>Package {}, received at {}</translation>
    </message>
    <message>
        <source>thiếu {} tệp</source>
        <translation>{} files missing</translation>
    </message>
    <message>
        <source>Chưa có gói nào.</source>
        <translation>No package yet.</translation>
    </message>
    <message>
        <source>Gửi cho xã</source>
        <translation>Sent to the commune</translation>
    </message>
    <message>
        <source>Gói số {}: {}</source>
        <translation>Package {}: {}</translation>
    </message>
    <message>
        <source>Chưa gửi gói nào.</source>
        <translation>No package sent yet.</translation>
    </message>
</context>
<context>
    <name>CommuneSection</name>
    <message>
        <source>Tên và địa bàn</source>
        <translation>Name and area</translation>
    </message>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Xã trước sắp xếp</source>
        <translation>Predecessors</translation>
    </message>
    <message>
        <source>Để trống nếu xã không do nhiều xã sáp nhập thành.</source>
        <translation>Leave empty if the commune was not merged from others.</translation>
    </message>
    <message>
        <source>&amp;Thêm xã</source>
        <translation>&amp;Add commune</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Xó&amp;a</source>
        <translation>De&amp;lete</translation>
    </message>
    <message>
        <source>Số liệu minh họa</source>
        <translation>Illustrative figures</translation>
    </message>
    <message>
        <source>Đã xóa xã trước sắp xếp.</source>
        <translation>Predecessor deleted.</translation>
    </message>
    <message>
        <source>Tên &amp;xã</source>
        <translation>&amp;Commune name</translation>
    </message>
    <message>
        <source>xã Yên Hóa</source>
        <translation>xã Yên Hóa</translation>
    </message>
    <message>
        <source>&amp;Mã xã</source>
        <translation>C&amp;ommune code</translation>
    </message>
    <message>
        <source>&amp;Huyện</source>
        <translation>&amp;District</translation>
    </message>
    <message>
        <source>Để trống khi không còn cấp huyện.</source>
        <translation>Leave empty where there are no districts.</translation>
    </message>
    <message>
        <source>Tỉ&amp;nh, thành phố</source>
        <translation>&amp;Province, city</translation>
    </message>
    <message>
        <source>Địa &amp;danh ghi trên văn bản</source>
        <translation>Place &amp;written on papers</translation>
    </message>
    <message>
        <source>Yên Hóa</source>
        <translation>Yên Hóa</translation>
    </message>
    <message>
        <source>&amp;Vùng, đặc điểm của xã</source>
        <translation>&amp;Region, kind of commune</translation>
    </message>
    <message>
        <source>Ngày thành &amp;lập</source>
        <translation>&amp;Founded on</translation>
    </message>
    <message>
        <source>Số t&amp;rường</source>
        <translation>&amp;Schools</translation>
    </message>
    <message>
        <source>trường</source>
        <translation>schools</translation>
    </message>
    <message>
        <source>Mầm non, tiểu học, THCS: quyết định mức của tiêu chí trường học.</source>
        <translation>Nursery, primary, lower secondary: decides the target of the school criterion.</translation>
    </message>
    <message>
        <source>Các thôn</source>
        <translation>Hamlets</translation>
    </message>
    <message>
        <source>Số liệu chung</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Đang dùng mã tạm. Điền mã chính thức trước khi gửi hồ sơ.</source>
        <translation>A provisional code is in use. Enter the official one before sending the dossier.</translation>
    </message>
    <message>
        <source>Từ 01/7/2025 không còn cấp huyện, hồ sơ gửi thẳng lên tỉnh. Xóa tên huyện.</source>
        <translation>There are no districts since 1 July 2025: the dossier goes straight to the province. Delete the district.</translation>
    </message>
</context>
<context>
    <name>Communes</name>
    <message>
        <source>Tiêu chí {}</source>
        <translation>Criterion {}</translation>
    </message>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Huyện</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Số tiêu chí đạt</source>
        <translation>Criteria met</translation>
    </message>
    <message>
        <source>CT chậm</source>
        <translation>Works late</translation>
    </message>
    <message>
        <source>Số công trình đang chậm</source>
        <translation>Works that are late</translation>
    </message>
    <message>
        <source>Nợ đọng</source>
        <translation>Debt</translation>
    </message>
    <message>
        <source>Nợ đọng xây dựng cơ bản, triệu đồng</source>
        <translation>Construction debt, million đồng</translation>
    </message>
    <message>
        <source>Nợ đọng (đồng)</source>
        <translation>Debt (đồng)</translation>
    </message>
    <message>
        <source>Thiếu vốn</source>
        <translation>Capital missing</translation>
    </message>
    <message>
        <source>Vốn còn thiếu của các công trình, triệu đồng</source>
        <translation>Capital the works still lack, million đồng</translation>
    </message>
    <message>
        <source>Thiếu vốn (đồng)</source>
        <translation>Capital missing (đồng)</translation>
    </message>
    <message>
        <source>Vốn hứa quá hạn</source>
        <translation>Overdue capital</translation>
    </message>
    <message>
        <source>Vốn đã cam kết, quá hạn chưa bố trí, triệu đồng</source>
        <translation>Capital committed, overdue and not allotted, million đồng</translation>
    </message>
    <message>
        <source>Vốn hứa quá hạn (đồng)</source>
        <translation>Overdue capital (đồng)</translation>
    </message>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>Số vướng mắc chờ cấp trên quyết định</source>
        <translation>Obstacles waiting for a decision of a higher level</translation>
    </message>
    <message>
        <source>Gói gần nhất</source>
        <translation>Latest package</translation>
    </message>
    <message>
        <source>Ngày và số của gói đang xem, theo đồng hồ của xã</source>
        <translation>Day and number of the package shown, by the commune&apos;s clock</translation>
    </message>
    <message>
        <source>Số xã còn thiếu</source>
        <translation>Communes with a gap</translation>
    </message>
    <message>
        <source>chưa gửi</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>{}, số {}</source>
        <translation>{}, no. {}</translation>
    </message>
    <message>
        <source>Đã ghi nhận khóa, chưa gửi gói nào.</source>
        <translation>Key pinned, no package sent yet.</translation>
    </message>
    <message>
        <source>{} ngày trước</source>
        <translation>{} days ago</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>gói cuối nhận {}</source>
        <translation>last package received {}</translation>
    </message>
    <message>
        <source>xã đã gửi thêm đến số {}</source>
        <translation>the commune has sent more, up to no. {}</translation>
    </message>
    <message>
        <source>còn thiếu {} số chưa nhận được</source>
        <translation>{} numbers still not received</translation>
    </message>
    <message>
        <source>{} triệu đồng vốn cam kết quá hạn chưa bố trí</source>
        <translation>{} million đồng of committed capital overdue and not allotted</translation>
    </message>
    <message>
        <source>còn thiếu {} triệu đồng vốn</source>
        <translation>{} million đồng of capital missing</translation>
    </message>
    <message>
        <source>nợ đọng {} triệu đồng</source>
        <translation>debt of {} million đồng</translation>
    </message>
    <message>
        <source>{} trong {} công trình chậm</source>
        <translation>{} of {} works late</translation>
    </message>
    <message>
        <source>{} vướng mắc chờ cấp trên, lâu nhất {} ngày</source>
        <translation>{} obstacles waiting for a higher level, the longest for {} days</translation>
    </message>
</context>
<context>
    <name>CommunesExchangePage</name>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Các xã</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận khóa xã</source>
        <translation>&amp;Pin commune key</translation>
    </message>
    <message>
        <source>&amp;Xuất gói cho {} xã</source>
        <translation>&amp;Export package to {} communes</translation>
    </message>
    <message>
        <source>&amp;Xuất gói</source>
        <translation>&amp;Export package</translation>
    </message>
    <message>
        <source>{} xã đã ghi nhận khóa</source>
        <translation>{} communes with a pinned key</translation>
    </message>
    <message>
        <source>{} xã đã gửi gói</source>
        <translation>{} communes have sent packages</translation>
    </message>
    <message>
        <source>Giữ lại {}</source>
        <translation>Held {}</translation>
    </message>
    <message>
        <source>&amp;Khóa</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>Lập &amp;khóa</source>
        <translation>Make &amp;keys</translation>
    </message>
</context>
<context>
    <name>CommunesPage</name>
    <message>
        <source>Các xã</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Tìm xã (Ctrl+F)</source>
        <translation>Find a commune (Ctrl+F)</translation>
    </message>
    <message>
        <source>Tìm xã</source>
        <translation>Find a commune</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>Chưa đạt chuẩn</source>
        <translation>Standard not met</translation>
    </message>
    <message>
        <source>Tụt chuẩn</source>
        <translation>Regressed</translation>
    </message>
    <message>
        <source>Không có tin</source>
        <translation>No news</translation>
    </message>
    <message>
        <source>Vốn cam kết quá hạn</source>
        <translation>Committed capital overdue</translation>
    </message>
    <message>
        <source>Vướng mắc chờ quyết</source>
        <translation>Obstacles to decide</translation>
    </message>
    <message>
        <source>Không có xã nào khớp. Bỏ bớt bộ lọc hoặc chữ tìm.</source>
        <translation>No commune matches. Take off a filter or change the search.</translation>
    </message>
    <message>
        <source>Chưa có xã nào. Nhận khóa của từng xã và so mã với phiếu có chữ ký, rồi nhận gói số liệu xã gửi lên.</source>
        <translation>No communes yet. Receive the key of each commune and compare its code with the signed sheet, then receive the data packages they send.</translation>
    </message>
    <message>
        <source>&amp;Nhận khóa, nhận gói</source>
        <translation>&amp;Receive keys, packages</translation>
    </message>
    <message>
        <source>Danh sách xã và xã đang chọn</source>
        <translation>The list of communes and the chosen commune</translation>
    </message>
    <message>
        <source>Đang đọc số liệu…</source>
        <translation>Reading the data…</translation>
    </message>
    <message>
        <source>{} xã</source>
        <translation>{} communes</translation>
    </message>
    <message>
        <source>{} xã đủ tiêu chí</source>
        <translation>{} communes meet all criteria</translation>
    </message>
    <message>
        <source>vướng nhất: tiêu chí {} ({} xã)</source>
        <translation>most often unmet: criterion {} ({} communes)</translation>
    </message>
    <message>
        <source>{} xã không có tin</source>
        <translation>{} communes without news</translation>
    </message>
    <message>
        <source>Chưa xét xong</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>dấu chấm: đạt</source>
        <translation>dot: met</translation>
    </message>
    <message>
        <source>Xã nhiều rủi ro ở trên</source>
        <translation>Communes most at risk on top</translation>
    </message>
    <message>
        <source>Xã chưa đủ tiêu chí đứng trước, hạn của mục tiêu gần hơn trước, rồi xã còn nhiều tiêu chí hơn, có tiêu chí tụt chuẩn, vốn cam kết quá hạn, công trình chậm, vướng mắc chờ lâu, lâu không gửi số liệu. Xã chưa gửi gói nào đứng sau các xã đó; xã đủ tiêu chí ở cuối.</source>
        <translation>Communes that do not meet all criteria come first: those whose goal is due sooner, then those with more criteria left, regressed criteria, overdue committed capital, late works, obstacles that have waited long, no data sent for long. Communes that have sent no package come after them; those that meet all criteria are last.</translation>
    </message>
    <message>
        <source>Enter: mở xã để xem</source>
        <translation>Enter: open the commune to view it</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Nội dung</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Part</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>So sánh với lần trước</source>
        <translation>Compare with the last print</translation>
    </message>
    <message>
        <source>Những gì đã thay đổi</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>&amp;Mở tệp</source>
        <translation>&amp;Open the file</translation>
    </message>
    <message>
        <source>&amp;Lưu bảng so sánh</source>
        <translation>&amp;Save the comparison</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Số liệu hiện nay</source>
        <translation>Data of today</translation>
    </message>
    <message>
        <source>{} nội dung thay đổi</source>
        <translation>{} changes</translation>
    </message>
    <message>
        <source>Không có gì thay đổi</source>
        <translation>Nothing has changed</translation>
    </message>
    <message>
        <source>Lần in {}, ngày {}, số liệu đến {}</source>
        <translation>Print {}, {}, data to {}</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf);;Tệp Word (*.docx);;Tệp Excel (*.xlsx)</source>
        <translation>PDF file (*.pdf);;Word file (*.docx);;Excel file (*.xlsx)</translation>
    </message>
    <message>
        <source>Lưu bảng so sánh</source>
        <translation>Save the comparison</translation>
    </message>
    <message>
        <source>Đang lưu bảng so sánh</source>
        <translation>Saving the comparison</translation>
    </message>
    <message>
        <source>Đã lưu “{}”.</source>
        <translation>Saved “{}”.</translation>
    </message>
    <message>
        <source>&amp;Trước</source>
        <translation>&amp;Then</translation>
    </message>
    <message>
        <source>&amp;Nay</source>
        <translation>&amp;Now</translation>
    </message>
    <message>
        <source>Trước, cả lời</source>
        <translation>Then, in full</translation>
    </message>
    <message>
        <source>Nay, cả lời</source>
        <translation>Now, in full</translation>
    </message>
    <message>
        <source>Lần in {} ({} tập), ngày {}, số liệu đến {}</source>
        <translation>Print {} ({} volumes), {}, data to {}</translation>
    </message>
</context>
<context>
    <name>Conclusions</name>
    <message>
        <source>Kết luận thẩm định</source>
        <translation>Conclusion of the appraisal</translation>
    </message>
    <message>
        <source>Trước đó</source>
        <translation>Before that</translation>
    </message>
    <message>
        <source>số {}</source>
        <translation>no. {}</translation>
    </message>
    <message>
        <source>ngày {}</source>
        <translation>of {}</translation>
    </message>
    <message>
        <source>ghi {}</source>
        <translation>recorded {}</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>&amp;Ghi đã đối chiếu</source>
        <translation>&amp;Record as confirmed</translation>
    </message>
    <message>
        <source>Dấu (*) được bỏ trên màn hình và trên bản in. Lịch sử ghi người đối chiếu.</source>
        <translation>The mark (*) goes from the screen and from print. The history names who confirmed.</translation>
    </message>
    <message>
        <source>Tính mọi mức ghi trong quyết định này, của mọi vùng, mọi năm. Mức theo quyết định sửa đổi, mức riêng của tỉnh, của xã và mức lấy theo năm khác không tính vào đây: đối chiếu riêng.</source>
        <translation>Includes every target that this decision states, for all regions and years. Targets of an amending decision, those set by the province or the commune, and those of another year are not included: confirm them separately.</translation>
    </message>
    <message>
        <source>Chỉ tiêu {}</source>
        <translation>Indicators {}</translation>
    </message>
    <message>
        <source>&amp;Số quyết định đã đối chiếu</source>
        <translation>&amp;Decision compared with</translation>
    </message>
    <message>
        <source>&amp;Ngày quyết định</source>
        <translation>Date &amp;of decision</translation>
    </message>
    <message>
        <source>Người đố&amp;i chiếu</source>
        <translation>&amp;Confirmed by</translation>
    </message>
    <message>
        <source>Chưa nhập số quyết định, ví dụ {}.</source>
        <translation>No decision number yet, for example {}.</translation>
    </message>
    <message>
        <source>Chưa nhập tên người đối chiếu.</source>
        <translation>Enter the name of who confirmed.</translation>
    </message>
    <message>
        <source>Đã đối chiếu chỉ tiêu {}</source>
        <translation>Indicator {} checked</translation>
    </message>
    <message>
        <source>Đã đối chiếu {} mức</source>
        <translation>Levels checked: {}</translation>
    </message>
    <message>
        <source>Đã đối chiếu tất cả {} mức</source>
        <translation>All {} levels checked</translation>
    </message>
    <message>
        <source>Đã đối chiếu {} trong {} mức</source>
        <translation>{} of {} levels checked</translation>
    </message>
    <message>
        <source>Còn lại phải đối chiếu riêng: {}.</source>
        <translation>The rest is to be checked one by one: {}.</translation>
    </message>
    <message>
        <source>{} đã đối chiếu {} mức với văn bản gốc?</source>
        <translation>Has {} checked {} levels against the original document?</translation>
    </message>
    <message>
        <source>Chỉ ghi khi đã mở {} và so từng mức. Dấu (*) của các mức này được bỏ trên bản in; lịch sử ghi tên người đối chiếu.</source>
        <translation>Record this only when {} was opened and each level compared. The mark (*) of these levels goes from the prints; the history names who checked them.</translation>
    </message>
    <message>
        <source>&amp;Ghi {} mức</source>
        <translation>&amp;Record {} levels</translation>
    </message>
    <message>
        <source>&amp;Chưa ghi</source>
        <translation>&amp;Not yet</translation>
    </message>
</context>
<context>
    <name>ConfirmGroundDialog</name>
    <message>
        <source>Đã đối chiếu {}</source>
        <translation>Confirmed: {}</translation>
    </message>
    <message>
        <source>&amp;Ghi đã đối chiếu</source>
        <translation>&amp;Record as confirmed</translation>
    </message>
    <message>
        <source>Lịch sử ghi người đối chiếu, ngày và bản đã xem; hoàn tác được.</source>
        <translation>History records who confirmed it, when, and the copy that was read; it can be undone.</translation>
    </message>
    <message>
        <source>Đối chiếu &amp;với</source>
        <translation>Checked &amp;against</translation>
    </message>
    <message>
        <source>bản sao y, Công báo</source>
        <translation>certified copy, Official Gazette</translation>
    </message>
    <message>
        <source>Người đố&amp;i chiếu</source>
        <translation>&amp;Confirmed by</translation>
    </message>
    <message>
        <source>Chưa ghi đã đối chiếu với bản nào, ví dụ bản sao y, Công báo.</source>
        <translation>Enter what it was checked against, e.g. a certified copy or the Official Gazette.</translation>
    </message>
    <message>
        <source>Chưa nhập tên người đối chiếu.</source>
        <translation>Enter the name of who confirmed.</translation>
    </message>
</context>
<context>
    <name>Consultation</name>
    <message>
        <source>Nơi niêm yết</source>
        <translation>Place of posting</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Số ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Số ngày, tính cả ngày đầu và ngày cuối</source>
        <translation>Days, the first and the last one included</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Lần</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ngày phát</source>
        <translation>Broadcast on</translation>
    </message>
    <message>
        <source>Số lần phát</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Tính vào số lần phát khi phát trong thời gian niêm yết</source>
        <translation>Counts when it was read out while the report was posted</translation>
    </message>
    <message>
        <source>Chưa ghi thời gian niêm yết</source>
        <translation>The time of the posting is not entered yet</translation>
    </message>
    <message>
        <source>Được tính</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Trước niêm yết</source>
        <translation>Before posting</translation>
    </message>
    <message>
        <source>Không tính: phát ngày {}, trước ngày bắt đầu niêm yết {}</source>
        <translation>Does not count: read out on {}, before the posting began on {}</translation>
    </message>
    <message>
        <source>Sau niêm yết</source>
        <translation>After posting</translation>
    </message>
    <message>
        <source>Không tính: phát ngày {}, sau ngày kết thúc niêm yết {}</source>
        <translation>Does not count: read out on {}, after the posting ended on {}</translation>
    </message>
    <message>
        <source>Người góp ý</source>
        <translation>Who said it</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Nội dung ý kiến</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Chưa trả lời</source>
        <translation>No reply yet</translation>
    </message>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Ngày lấy phiếu</source>
        <translation>Day of the survey</translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation>Homes</translation>
    </message>
    <message>
        <source>Phát</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Số phiếu phát ra</source>
        <translation>Ballots issued</translation>
    </message>
    <message>
        <source>Thu về</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Số phiếu thu về</source>
        <translation>Ballots returned</translation>
    </message>
    <message>
        <source>Hợp lệ</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Số phiếu hợp lệ</source>
        <translation>Valid ballots</translation>
    </message>
    <message>
        <source>Hài lòng</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Số phiếu hài lòng</source>
        <translation>Satisfied ballots</translation>
    </message>
    <message>
        <source>% tham gia</source>
        <translation>% took part</translation>
    </message>
    <message>
        <source>Tỷ lệ hộ tham gia: thu về chia số hộ</source>
        <translation>Coverage: returned by households</translation>
    </message>
    <message>
        <source>% hài lòng</source>
        <translation>% satisfied</translation>
    </message>
    <message>
        <source>Tỷ lệ hài lòng: hài lòng chia hợp lệ</source>
        <translation>Satisfaction: satisfied by valid</translation>
    </message>
    <message>
        <source>Cộng {} thôn</source>
        <translation>Sum of {} hamlets</translation>
    </message>
    <message>
        <source>Nội dung lấy ý kiến</source>
        <translation>Content of the ballot</translation>
    </message>
    <message>
        <source>Tỷ lệ</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>STT</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Họ tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Chưa nhập</source>
        <translation>Not entered yet</translation>
    </message>
    <message>
        <source>chưa có mức</source>
        <translation>no level yet</translation>
    </message>
    <message>
        <source>Chưa có mức</source>
        <translation>No level yet</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Cột “{}” không nhập được. Dán từ cột Ngày đến cột Hài lòng.</source>
        <translation>The column “{}” takes no entry. Paste from the column Day to the column Satisfied.</translation>
    </message>
</context>
<context>
    <name>ConsultationPage</name>
    <message>
        <source>Ý kiến</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>Khảo sát hài lòng</source>
        <translation>Survey of satisfaction</translation>
    </message>
    <message>
        <source>Họp, bỏ phiếu</source>
        <translation>Meeting, vote</translation>
    </message>
    <message>
        <source>Mức quy định</source>
        <translation>Levels asked for</translation>
    </message>
    <message>
        <source>Lấy ý kiến</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>Niêm yết, phát thanh</source>
        <translation>Posting, broadcasts</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>Nhập hợp đồng</source>
        <translation>Enter contract</translation>
    </message>
    <message>
        <source>&amp;Nhập hợp đồng</source>
        <translation>&amp;Enter contract</translation>
    </message>
    <message>
        <source>Đơn vị mới</source>
        <translation>A new contractor</translation>
    </message>
    <message>
        <source>Doanh nghiệp, hợp tác xã</source>
        <translation>Company, cooperative</translation>
    </message>
    <message>
        <source>Cộng đồng, tổ nhóm thợ</source>
        <translation>Community, group of builders</translation>
    </message>
    <message>
        <source>Đơn &amp;vị thi công</source>
        <translation>&amp;Contractor</translation>
    </message>
    <message>
        <source>Tên đơn vị &amp;mới</source>
        <translation>&amp;Name of the new contractor</translation>
    </message>
    <message>
        <source>&amp;Loại đơn vị</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Số hợp đồng</source>
        <translation>Con&amp;tract number</translation>
    </message>
    <message>
        <source>N&amp;gày ký</source>
        <translation>&amp;Signed on</translation>
    </message>
    <message>
        <source>Giá hợ&amp;p đồng</source>
        <translation>&amp;Price</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>&amp;Khởi công</source>
        <translation>&amp;Begins</translation>
    </message>
    <message>
        <source>&amp;Hoàn thành</source>
        <translation>E&amp;nds</translation>
    </message>
    <message>
        <source>Chưa nhập ngày ký.</source>
        <translation>The day of signing is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập giá hợp đồng bằng đồng, ví dụ 1.180.000.000.</source>
        <translation>The price in đồng is missing, for example 1.180.000.000.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày khởi công theo hợp đồng.</source>
        <translation>The first day of the contract is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày hoàn thành theo hợp đồng.</source>
        <translation>The last day of the contract is missing.</translation>
    </message>
    <message>
        <source>Sửa hợp đồng</source>
        <translation>Correct contract</translation>
    </message>
    <message>
        <source>&amp;Sửa hợp đồng</source>
        <translation>&amp;Correct contract</translation>
    </message>
    <message>
        <source>Lý &amp;do sửa</source>
        <translation>Reason &amp;for the correction</translation>
    </message>
    <message>
        <source>Ghi lý do sửa; hợp đồng đã nhập vẫn có trong Lịch sử.</source>
        <translation>Say why it is corrected; what was entered stays in the history.</translation>
    </message>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Giai đoạn {} chưa có ngày: ghi luôn ngày này.</source>
        <translation>Stage {} has no day yet: it gets this one.</translation>
    </message>
    <message>
        <source>Chưa chọn đơn vị thi công.</source>
        <translation>No contractor chosen.</translation>
    </message>
    <message>
        <source>Đã nhập hợp đồng; giai đoạn {} xong ngày {}</source>
        <translation>Contract recorded; stage {} was done on {}</translation>
    </message>
</context>
<context>
    <name>ContractorDialog</name>
    <message>
        <source>Sửa đơn vị thi công</source>
        <translation>Edit contractor</translation>
    </message>
    <message>
        <source>Thêm đơn vị thi công</source>
        <translation>Add contractor</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm đơn vị</source>
        <translation>A&amp;dd contractor</translation>
    </message>
    <message>
        <source>Doanh nghiệp, hợp tác xã</source>
        <translation>Enterprise, cooperative</translation>
    </message>
    <message>
        <source>Cộng đồng, tổ nhóm thợ</source>
        <translation>Residents, group of workers</translation>
    </message>
    <message>
        <source>Tê&amp;n đơn vị</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Loại đơn vị</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>Địa &amp;chỉ</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>Người liên &amp;hệ, điện thoại</source>
        <translation>C&amp;ontact, telephone</translation>
    </message>
    <message>
        <source>&amp;Mã số thuế</source>
        <translation>Ta&amp;x code</translation>
    </message>
    <message>
        <source>Chưa nhập tên đơn vị thi công.</source>
        <translation>The name of the contractor is missing.</translation>
    </message>
</context>
<context>
    <name>ContractorPanel</name>
    <message>
        <source>Đóng bảng chi tiết</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (Esc)</source>
        <translation>Close details (Esc)</translation>
    </message>
    <message>
        <source>&amp;Lập công văn đôn đốc</source>
        <translation>Ma&amp;ke letter</translation>
    </message>
    <message>
        <source>&amp;Ghi công văn</source>
        <translation>&amp;Record letter</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xóa đơn vị</source>
        <translation>Remove con&amp;tractor</translation>
    </message>
    <message>
        <source>Mã số thuế {}</source>
        <translation>Tax code {}</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Chưa có hợp đồng.</source>
        <translation>No contract yet.</translation>
    </message>
    <message>
        <source>Công văn đôn đốc</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Chưa gửi công văn nào.</source>
        <translation>No letter sent yet.</translation>
    </message>
    <message>
        <source>đạt {}</source>
        <translation>{} done</translation>
    </message>
    <message>
        <source>chậm {} ngày</source>
        <translation>{} days late</translation>
    </message>
    <message>
        <source>hợp đồng đến {}</source>
        <translation>contract until {}</translation>
    </message>
    <message>
        <source>{}, hạn trả lời {}</source>
        <translation>{}, answer due {}</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Trả lời {}: {}</source>
        <translation>Answer {}: {}</translation>
    </message>
</context>
<context>
    <name>Contractors</name>
    <message>
        <source>Đơn vị thi công</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>Loại đơn vị</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Chậm</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Số công trình đang chậm</source>
        <translation>Works that are late</translation>
    </message>
    <message>
        <source>Chậm nhất</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Số ngày chậm của công trình chậm nhất, so với kế hoạch hoặc hợp đồng</source>
        <translation>Days by which the latest work is behind its plan or contract</translation>
    </message>
    <message>
        <source>Công văn</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Số công văn đôn đốc đã gửi</source>
        <translation>Letters sent</translation>
    </message>
    <message>
        <source>Chưa trả lời</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>Số công văn chưa trả lời</source>
        <translation>Letters without an answer</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Quá hạn trả lời</source>
        <translation>Answer overdue</translation>
    </message>
    <message>
        <source>Chậm {} ngày</source>
        <translation>{} days late</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>Đã làm xong</source>
        <translation>All built</translation>
    </message>
    <message>
        <source>Chưa có hợp đồng</source>
        <translation>No contract</translation>
    </message>
</context>
<context>
    <name>ContractorsPage</name>
    <message>
        <source>Đơn vị thi công</source>
        <translation>Contractors</translation>
    </message>
    <message>
        <source>Về &amp;công trình</source>
        <translation>Back to &amp;works</translation>
    </message>
    <message>
        <source>&amp;Thêm đơn vị</source>
        <translation>A&amp;dd contractor</translation>
    </message>
    <message>
        <source>Chưa có đơn vị thi công nào. Đơn vị được thêm khi nhập hợp đồng, hoặc thêm ở đây.</source>
        <translation>No contractor yet. One is added with a contract, or here.</translation>
    </message>
    <message>
        <source>{} đơn vị</source>
        <translation>{} contractor(s)</translation>
    </message>
    <message>
        <source>{} đang chậm</source>
        <translation>{} late</translation>
    </message>
    <message>
        <source>{} công văn quá hạn trả lời</source>
        <translation>{} letter(s) overdue</translation>
    </message>
    <message>
        <source>Đã xóa đơn vị thi công khỏi danh sách.</source>
        <translation>The contractor was removed.</translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Sửa khoản đóng góp</source>
        <translation>Correct the contribution</translation>
    </message>
    <message>
        <source>Ghi đóng góp</source>
        <translation>Record a contribution</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>&amp;Ghi đóng góp</source>
        <translation>&amp;Record a contribution</translation>
    </message>
    <message>
        <source>Ngoài thôn</source>
        <translation>Outside the hamlets</translation>
    </message>
    <message>
        <source>Không cho công trình nào</source>
        <translation>For no work</translation>
    </message>
    <message>
        <source>Không cho chỉ tiêu nào</source>
        <translation>For no indicator</translation>
    </message>
    <message>
        <source>&amp;Tên chủ hộ</source>
        <translation>&amp;Name of the head</translation>
    </message>
    <message>
        <source>Ngà&amp;y đóng góp</source>
        <translation>Da&amp;y given</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>Wor&amp;k</translation>
    </message>
    <message>
        <source>&amp;Chỉ tiêu</source>
        <translation>&amp;Indicator</translation>
    </message>
    <message>
        <source>&amp;Loại</source>
        <translation>Kin&amp;d</translation>
    </message>
    <message>
        <source>&amp;Số tiền</source>
        <translation>&amp;Amount</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>&amp;Số lượng</source>
        <translation>&amp;Quantity</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>Đơn giá thỏ&amp;a thuận</source>
        <translation>Agreed unit &amp;price</translation>
    </message>
    <message>
        <source>Lý &amp;do sửa</source>
        <translation>Reason &amp;for the correction</translation>
    </message>
    <message>
        <source>Chưa nhập ngày đóng góp.</source>
        <translation>The day of giving is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập số. Không đóng góp thì nhập số 0.</source>
        <translation>The number is missing. Enter 0 where nothing was given.</translation>
    </message>
    <message>
        <source>Chưa nhập đơn giá thỏa thuận, ví dụ 180.000.</source>
        <translation>The agreed unit price is missing, for example 180.000.</translation>
    </message>
    <message>
        <source>Theo bảng đơn giá</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>Đơn giá thỏa thuận</source>
        <translation>Agreed unit price</translation>
    </message>
    <message>
        <source>Không quy ra tiền</source>
        <translation>Not valued</translation>
    </message>
    <message>
        <source>&amp;Tên tổ chức, người tài trợ</source>
        <translation>&amp;Name of the organisation or donor</translation>
    </message>
    <message>
        <source>Chưa có đơn giá áp dụng ngày này.</source>
        <translation>No unit price is in force on that day.</translation>
    </message>
    <message>
        <source>{} đồng/{}, áp dụng từ {}</source>
        <translation>{} đồng/{}, in force since {}</translation>
    </message>
    <message>
        <source>Người đóng gó&amp;p là</source>
        <translation>&amp;Given by</translation>
    </message>
    <message>
        <source>T&amp;hôn</source>
        <translation>&amp;Hamlet</translation>
    </message>
    <message>
        <source>Tên hiện vật, l&amp;oại đất</source>
        <translation>I&amp;tem, kind of land</translation>
    </message>
    <message>
        <source>Cách tí&amp;nh giá trị</source>
        <translation>&amp;Valued by</translation>
    </message>
    <message>
        <source>&amp;Biên bản, phiếu thu</source>
        <translation>Pr&amp;oof</translation>
    </message>
    <message>
        <source>Gh&amp;i chú</source>
        <translation>Not&amp;e</translation>
    </message>
    <message>
        <source>Chưa có đơn giá {}, tính theo {}, áp dụng ngày {}. Ghi tên có đơn giá ({}), hoặc chọn “Đơn giá thỏa thuận” ở đây.</source>
        <translation>No unit price of {} by {} holds on {}. Enter a name that has one ({}), or choose “Agreed unit price” here.</translation>
    </message>
    <message>
        <source>Chưa có đơn giá {}, tính theo {}, áp dụng ngày {}. Chọn “Đơn giá thỏa thuận” ở đây, hoặc thêm vào bảng đơn giá.</source>
        <translation>No unit price of {} by {} holds on {}. Choose “Agreed price” here, or add it to the unit prices.</translation>
    </message>
    <message>
        <source>Chưa có đơn giá áp dụng ngày này. Có đơn giá: {}.</source>
        <translation>No unit price holds on this day. Priced: {}.</translation>
    </message>
</context>
<context>
    <name>CountEdit</name>
    <message>
        <source>“{}” không phải số đếm. Nhập số nguyên, ví dụ 540.</source>
        <translation>“{}” is not a count. Enter a whole number, for example 540.</translation>
    </message>
</context>
<context>
    <name>CriteriaPage</name>
    <message>
        <source>Tiêu chí</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Cần xử lý</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Tiêu chí và chỉ tiêu</source>
        <translation>Criteria and indicators</translation>
    </message>
    <message>
        <source>Không còn chỉ tiêu nào thuộc nhóm này.</source>
        <translation>No indicator is left in this group.</translation>
    </message>
    <message>
        <source>Xem tất cả chỉ tiêu</source>
        <translation>Show all indicators</translation>
    </message>
    <message>
        <source>Bộ tiêu chí này chưa có danh mục chỉ tiêu trong chương trình.</source>
        <translation>The program does not have the indicators of this criteria set yet.</translation>
    </message>
    <message>
        <source>Mở Thiết lập</source>
        <translation>Open Setup</translation>
    </message>
    <message>
        <source>(*) Mức chưa đối chiếu với văn bản gốc; bản in ghi rõ ở cột Ghi chú.</source>
        <translation>(*) Level not yet checked against the original document; prints say so under Notes.</translation>
    </message>
    <message>
        <source>Gõ số ngay trong bảng; Enter lưu và sang chỉ tiêu sau, Esc về bảng</source>
        <translation>Type numbers right in the table; Enter saves and goes on, Esc returns to the table</translation>
    </message>
    <message>
        <source>{}/{} tiêu chí đạt</source>
        <translation>{}/{} criteria met</translation>
    </message>
    <message>
        <source>{}/{} chỉ tiêu đạt</source>
        <translation>{}/{} indicators met</translation>
    </message>
    <message>
        <source>{}/{} tiêu chí đạt, trong đó {} không xét</source>
        <translation>{}/{} criteria met, of which {} not judged</translation>
    </message>
    <message>
        <source>{} không áp dụng</source>
        <translation>{} not applicable</translation>
    </message>
</context>
<context>
    <name>CriteriaSets</name>
    <message>
        <source>Mới có tên tiêu chí, chưa đánh giá được</source>
        <translation>Names of the criteria only, nothing can be assessed yet</translation>
    </message>
    <message>
        <source>Thiếu mức {} chỉ tiêu, do tỉnh quy định</source>
        <translation>Targets of {} indicators are missing, set by the province</translation>
    </message>
    <message>
        <source>Thiếu mức {} chỉ tiêu, trong đó {} do tỉnh quy định</source>
        <translation>Targets of {} indicators are missing, {} of them set by the province</translation>
    </message>
    <message>
        <source>Mức của {} chỉ tiêu chưa đối chiếu</source>
        <translation>Targets of {} indicators are not confirmed</translation>
    </message>
    <message>
        <source>Đủ chỉ tiêu và mức</source>
        <translation>Indicators and targets</translation>
    </message>
    <message>
        <source>Năm {} ngoài thời kỳ của bộ này: đã có {} (Quyết định {}, hiệu lực từ {}).</source>
        <translation>Year {} is outside the period of this set: there is {} (Decision {}, in force from {}).</translation>
    </message>
    <message>
        <source>Chương trình chưa có chỉ tiêu và mức của bộ đó: dùng tạm bộ này để theo dõi. Có tệp bộ mới thì nhập ở Thiết lập, mục Mục tiêu, rồi mới làm hồ sơ chính thức.</source>
        <translation>The program does not have its indicators and levels yet: follow the work by this set for now. Once you have the file of the new set, import it in Settings, Goals, before you make the official dossier.</translation>
    </message>
    <message>
        <source>Hồ sơ chính thức phải theo bộ đó.</source>
        <translation>The official dossier must follow that set.</translation>
    </message>
</context>
<context>
    <name>DebtDialog</name>
    <message>
        <source>Nguồn và thời hạn xử lý nợ đọng</source>
        <translation>Source and deadline for paying the debt</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Nợ đọng {} đồng.</source>
        <translation>Debt: {} đồng.</translation>
    </message>
    <message>
        <source>Ng&amp;uồn xử lý</source>
        <translation>S&amp;ource</translation>
    </message>
    <message>
        <source>Ngân sách xã năm 2022</source>
        <translation>Commune budget of 2022</translation>
    </message>
    <message>
        <source>&amp;Thời hạn</source>
        <translation>&amp;Deadline</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Kết luận thẩm định</source>
        <translation>Appraisal decision</translation>
    </message>
    <message>
        <source>&amp;Ghi kết luận</source>
        <translation>&amp;Save decision</translation>
    </message>
    <message>
        <source>&amp;Kết luận</source>
        <translation>&amp;Decision</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>&amp;Ngày văn bản</source>
        <translation>D&amp;ay of the document</translation>
    </message>
    <message>
        <source>Nội &amp;dung</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Xã nhận cùng gói gửi về lần tới.</source>
        <translation>The commune receives it with the next package sent back.</translation>
    </message>
    <message>
        <source>Chọn một kết luận.</source>
        <translation>Choose a decision.</translation>
    </message>
    <message>
        <source>Còn {} nhận xét chưa khép lại. Vẫn ghi được kết luận.</source>
        <translation>{} remarks are still open. The decision can be saved all the same.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Sửa văn bản</source>
        <translation>Edit document</translation>
    </message>
    <message>
        <source>Thêm văn bản</source>
        <translation>Add document</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm văn bản</source>
        <translation>&amp;Add document</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ghi vào phần căn cứ của văn bản</source>
        <translation>Named among the grounds of papers</translation>
    </message>
    <message>
        <source>&amp;Loại văn bản</source>
        <translation>&amp;Kind of document</translation>
    </message>
    <message>
        <source>&amp;Số, ký hiệu</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>&amp;Ngày ban hành</source>
        <translation>&amp;Issued on</translation>
    </message>
    <message>
        <source>&amp;Cơ quan ban hành</source>
        <translation>Issued &amp;by</translation>
    </message>
    <message>
        <source>UBND tỉnh Quảng Bình</source>
        <translation>UBND tỉnh Quảng Bình</translation>
    </message>
    <message>
        <source>T&amp;rích yếu</source>
        <translation>S&amp;ubject</translation>
    </message>
    <message>
        <source>về việc phê duyệt …</source>
        <translation>về việc phê duyệt …</translation>
    </message>
    <message>
        <source>Căn cứ của &amp;hồ sơ</source>
        <translation>G&amp;round of the dossier</translation>
    </message>
    <message>
        <source>Chưa nhập trích yếu.</source>
        <translation>Enter the subject.</translation>
    </message>
    <message>
        <source>Chưa chọn loại văn bản.</source>
        <translation>Choose the kind of document.</translation>
    </message>
</context>
<context>
    <name>DocumentsSection</name>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Số, ký hiệu</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Trích yếu</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Ghi vào phần căn cứ của hồ sơ</source>
        <translation>Named among the grounds of the dossier</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>&amp;Thêm văn bản</source>
        <translation>&amp;Add document</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xóa văn bản</source>
        <translation>&amp;Delete document</translation>
    </message>
    <message>
        <source>Văn bản là căn cứ của hồ sơ, quyết định giao mức, văn bản xác nhận của cấp trên.</source>
        <translation>Documents the dossier stands on, decisions that set targets, confirmations from above.</translation>
    </message>
    <message>
        <source>Chưa có văn bản nào. Thêm kế hoạch, nghị quyết về nông thôn mới của xã và các văn bản của huyện, tỉnh mà tờ trình sẽ viện dẫn.</source>
        <translation>No document yet. Add the commune&apos;s plans and resolutions, and the district&apos;s and province&apos;s documents that the submission will cite.</translation>
    </message>
    <message>
        <source>Chuyển văn bản lên</source>
        <translation>Move document up</translation>
    </message>
    <message>
        <source>Chuyển văn bản xuống</source>
        <translation>Move document down</translation>
    </message>
    <message>
        <source>Đã xóa văn bản.</source>
        <translation>Document deleted.</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>DoingsView</name>
    <message>
        <source>Không còn việc gì phải làm ở đây.</source>
        <translation>Nothing left to do here.</translation>
    </message>
</context>
<context>
    <name>DossierPage</name>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>So sánh với lần t&amp;rước</source>
        <translation>Compa&amp;re with the last print</translation>
    </message>
    <message>
        <source>Sổ &amp;bản in</source>
        <translation>&amp;Print register</translation>
    </message>
    <message>
        <source>Đề nghị công nhận đạt chuẩn {} năm {}</source>
        <translation>Request for recognition: {} in {}</translation>
    </message>
    <message>
        <source>Đang lập hồ sơ</source>
        <translation>Making the dossier</translation>
    </message>
    <message>
        <source>Hồ sơ NTM {} - bản in lần {}</source>
        <translation>Hồ sơ NTM {} - bản in lần {}</translation>
    </message>
    <message>
        <source>Bản in lần {}</source>
        <translation>Print {}</translation>
    </message>
    <message>
        <source>Đang xem bản in lần {}, số liệu đến {}, mã {}.</source>
        <translation>Showing print {}, figures as of {}, code {}.</translation>
    </message>
    <message>
        <source>Về hồ sơ hiện nay</source>
        <translation>Back to the present dossier</translation>
    </message>
    <message>
        <source>Bản nháp: mọi trang in ghi “BẢN NHÁP”, không ghi sổ. Chưa in được bản chính thức.</source>
        <translation>Draft: every page says “BẢN NHÁP”, nothing enters the register. The final print is not possible yet.</translation>
    </message>
    <message>
        <source>&amp;Ký số</source>
        <translation>Sig&amp;n</translation>
    </message>
    <message>
        <source>Ký số một tệp PDF đã lưu</source>
        <translation>Sign a saved PDF file digitally</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>&amp;Xem hướng dẫn</source>
        <translation>See the &amp;guide</translation>
    </message>
    <message>
        <source>Hướng dẫn của trang này (F1)</source>
        <translation>Guide to this page (F1)</translation>
    </message>
</context>
<context>
    <name>EntryByKeyboard</name>
    <message>
        <source>Chưa lưu số liệu chỉ tiêu {}. {}</source>
        <translation>The figures of indicator {} were not saved. {}</translation>
    </message>
    <message>
        <source>“{}” là số nào?</source>
        <translation>Which number is “{}”?</translation>
    </message>
    <message>
        <source>Dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn.</source>
        <translation>A comma begins the decimals, a dot separates thousands.</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Số liệu ngà&amp;y</source>
        <translation>&amp;As of</translation>
    </message>
    <message>
        <source>Khoản 2 Điều 5 Quyết định …</source>
        <translation>Khoản 2 Điều 5 Quyết định …</translation>
    </message>
    <message>
        <source>Căn cứ &amp;pháp lý để không áp dụng</source>
        <translation>&amp;Legal ground for not applying it</translation>
    </message>
    <message>
        <source>Chưa lưu. Sửa chỗ báo đỏ rồi nhấn Enter.</source>
        <translation>Not saved. Mend what is red, then press Enter.</translation>
    </message>
    <message>
        <source>Hiện t&amp;rạng</source>
        <translation>&amp;Value</translation>
    </message>
    <message>
        <source>{} (mức {})</source>
        <translation>{} (target {})</translation>
    </message>
    <message>
        <source>Không á&amp;p dụng…</source>
        <translation>N&amp;ot applicable…</translation>
    </message>
    <message>
        <source>Nhập &amp;số liệu</source>
        <translation>&amp;Enter figures</translation>
    </message>
    <message>
        <source>Chưa nhập ngày của số liệu. Nhập ngày, ví dụ 30/6/2021.</source>
        <translation>The date of the figure is missing. Enter it, for example 30/6/2021.</translation>
    </message>
    <message>
        <source>Sửa chính số đã ghi ngày {}.</source>
        <translation>Corrects the figure recorded for {}.</translation>
    </message>
    <message>
        <source>Số đã ghi ngày {} được giữ trong lịch sử.</source>
        <translation>The figure recorded for {} stays in the history.</translation>
    </message>
    <message>
        <source>Sửa số ngày {}</source>
        <translation>Correct the figure of {}</translation>
    </message>
    <message>
        <source>Chưa lưu. Nhấn Enter hoặc bấm ra ngoài để lưu.</source>
        <translation>Not saved yet. Press Enter or click elsewhere to save.</translation>
    </message>
    <message>
        <source>Phím d: Đạt, phím c: Chưa đạt; Enter để lưu.</source>
        <translation>Key d: met, key c: not met; Enter saves.</translation>
    </message>
    <message>
        <source>Phím 1, 2, 3… chọn mức theo thứ tự; Enter để lưu.</source>
        <translation>Keys 1, 2, 3… pick a level by its place; Enter saves.</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Nông thôn mới</source>
        <translation>Nông thôn mới</translation>
    </message>
    <message>
        <source>&amp;Lưu báo cáo</source>
        <translation>&amp;Save the report</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Chương trình gặp lỗi, việc vừa làm chưa được ghi.</source>
        <translation>The program met an error; what was just done is not recorded.</translation>
    </message>
    <message>
        <source>Số liệu đã lưu vẫn an toàn. Lưu báo cáo ra USB và gửi cho người hỗ trợ; báo cáo không chứa số liệu hay tên người. Rồi làm lại việc vừa rồi.</source>
        <translation>Saved figures are safe. Save the report to a USB stick and send it to support; it holds no figures and no names. Then do it again.</translation>
    </message>
    <message>
        <source>Lưu báo cáo lỗi</source>
        <translation>Save the error report</translation>
    </message>
    <message>
        <source>Tệp văn bản (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
    <message>
        <source>Không ghi được báo cáo vào {}. Chọn nơi khác rồi lưu lại.</source>
        <translation>The report could not be written to {}. Choose another place and save again.</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Sửa diễn biến</source>
        <translation>Correct event</translation>
    </message>
    <message>
        <source>Ghi diễn biến</source>
        <translation>Record event</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Ghi diễn biến</source>
        <translation>&amp;Record event</translation>
    </message>
    <message>
        <source>&amp;Diễn biến</source>
        <translation>&amp;Event</translation>
    </message>
    <message>
        <source>&amp;Ngày</source>
        <translation>D&amp;ay</translation>
    </message>
    <message>
        <source>&amp;Hạn trả lời</source>
        <translation>Answer &amp;due</translation>
    </message>
    <message>
        <source>Bỏ trống thì tính theo thời gian thường lệ của cấp.</source>
        <translation>Left empty, the usual time of that level counts.</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>Nội d&amp;ung</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa</source>
        <translation>Reason for &amp;correcting</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>The day is missing.</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>1-3, 5</source>
        <translation>1-3, 5</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>&amp;Nội bộ: không đưa vào gói gửi đi</source>
        <translation>&amp;Internal: never part of what is sent</translation>
    </message>
    <message>
        <source>&amp;Tên minh chứng</source>
        <translation>&amp;Name of the evidence</translation>
    </message>
    <message>
        <source>&amp;Số trang dùng làm minh chứng (để trống: cả tệp)</source>
        <translation>&amp;Pages that serve as evidence (empty: the whole file)</translation>
    </message>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Giữ nguyên</source>
        <translation>&amp;Leave as is</translation>
    </message>
    <message>
        <source>Sửa thông tin minh chứng</source>
        <translation>Edit evidence</translation>
    </message>
    <message>
        <source>Chưa nhập tên minh chứng.</source>
        <translation>Enter the name of the evidence.</translation>
    </message>
    <message>
        <source>Có giá t&amp;rị từ ngày</source>
        <translation>&amp;Valid from</translation>
    </message>
    <message>
        <source>Có giá trị đến ngà&amp;y</source>
        <translation>Valid &amp;until</translation>
    </message>
    <message>
        <source>Để trống khi không có hạn. Giấy tờ lập trước ngày bắt đầu không kể minh chứng này.</source>
        <translation>Leave empty without a limit. Papers dated before the first day leave this evidence out.</translation>
    </message>
    <message>
        <source>Ngày này trước ngày bắt đầu. Sửa lại một trong hai ngày.</source>
        <translation>This date is before the first day. Correct one of the two.</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>Kéo tệp vào đây</source>
        <translation>Drop files here</translation>
    </message>
    <message>
        <source>Thê&amp;m tệp</source>
        <translation>Add &amp;files</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>{} tệp</source>
        <translation>{} files</translation>
    </message>
    <message>
        <source>{} tệp có hiệu lực</source>
        <translation>{} files in force</translation>
    </message>
    <message>
        <source>{} hết hiệu lực</source>
        <translation>{} run out</translation>
    </message>
    <message>
        <source>{} chưa có hiệu lực</source>
        <translation>{} not in force yet</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Sửa hoặc gỡ minh chứng</source>
        <translation>Edit or detach evidence</translation>
    </message>
    <message>
        <source>trang {}</source>
        <translation>page {}</translation>
    </message>
    <message>
        <source>nội bộ, không gửi đi</source>
        <translation>internal, not sent</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Gỡ khỏi chỉ tiêu này</source>
        <translation>Detach from this indicator</translation>
    </message>
    <message>
        <source>có giá trị từ {} đến {}</source>
        <translation>valid from {} to {}</translation>
    </message>
    <message>
        <source>có giá trị từ {}</source>
        <translation>valid from {}</translation>
    </message>
    <message>
        <source>có giá trị đến {}</source>
        <translation>valid until {}</translation>
    </message>
    <message>
        <source>hết hiệu lực</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>chưa có hiệu lực</source>
        <translation>not yet valid</translation>
    </message>
    <message>
        <source>Sửa tên, số trang, thời hạn…</source>
        <translation>Edit name, pages, validity…</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>{} (đợt {})</source>
        <translation>{} (epoch {})</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Số của gói</source>
        <translation>Number of the package</translation>
    </message>
    <message>
        <source>Lập lúc</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nơi nhận</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>Ghi ra</source>
        <translation>Written to</translation>
    </message>
    <message>
        <source>Tệp thiếu</source>
        <translation>Files lacking</translation>
    </message>
    <message>
        <source>Tệp nơi nhận chưa có</source>
        <translation>Files that the addressee does not have</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Theo đồng hồ của nơi gửi</source>
        <translation>By the sender&apos;s clock</translation>
    </message>
    <message>
        <source>Người lập</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>Tệp đính kèm chưa có</source>
        <translation>Attachments that are not here</translation>
    </message>
    <message>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Lưu lịch sử</source>
        <translation>Kept as history</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Mã đơn vị gửi</source>
        <translation>Code of the sending unit</translation>
    </message>
    <message>
        <source>Cỡ</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Vì sao chưa nhận</source>
        <translation>Why it was not taken</translation>
    </message>
    <message>
        <source>Nơi trao đổi</source>
        <translation>Exchanged with</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Ghi nhận ngày</source>
        <translation>Pinned on</translation>
    </message>
    <message>
        <source>Người ghi nhận</source>
        <translation>Pinned by</translation>
    </message>
    <message>
        <source>Đã thu hồi</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Khóa cũ</source>
        <translation>Old key</translation>
    </message>
</context>
<context>
    <name>ExchangeCommunes</name>
    <message>
        <source>Số gói mới nhất xã gửi đến</source>
        <translation>Newest package that the commune sent</translation>
    </message>
    <message>
        <source>Bao nhiêu số gói chưa đến</source>
        <translation>How many packages have not come</translation>
    </message>
    <message>
        <source>Số gói mới nhất đã lập cho xã</source>
        <translation>Newest package made for the commune</translation>
    </message>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Khóa</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Gói đến</source>
        <translation>Package in</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>Thiếu số</source>
        <translation>Lacking</translation>
    </message>
    <message>
        <source>Gói đi</source>
        <translation>Package out</translation>
    </message>
    <message>
        <source>Xã đã nhận chưa</source>
        <translation>Has the commune got it</translation>
    </message>
    <message>
        <source>Đã ghi nhận</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>Đã thu hồi</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>none yet</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Giữ lại</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Đưa {} vào máy?</source>
        <translation>Take over {}?</translation>
    </message>
    <message>
        <source>{}
Quyết định {}, bản {}. Mục tiêu đã đăng ký giữ nguyên; muốn dùng bộ này thì đăng ký mục tiêu ở Thiết lập, mục Mục tiêu.</source>
        <translation>{}
Decision {}, version {}. Registered goals stay; to use this set, register a goal under Settings, Goal.</translation>
    </message>
    <message>
        <source>&amp;Nhận bộ tiêu chí</source>
        <translation>&amp;Take over the set</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Đã nhận bộ tiêu chí.</source>
        <translation>Criteria set read.</translation>
    </message>
    <message>
        <source>&amp;Khóa</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>chưa ghi nhận khóa cơ quan thẩm định</source>
        <translation>key of the appraising authority not pinned</translation>
    </message>
    <message>
        <source>Lập &amp;khóa</source>
        <translation>Make &amp;keys</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>&amp;Khóa</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>&amp;Nhận gói</source>
        <translation>&amp;Receive package</translation>
    </message>
    <message>
        <source>&amp;Xuất gói</source>
        <translation>&amp;Export package</translation>
    </message>
    <message>
        <source>Giữ gói đã nhận, bỏ gói {}?</source>
        <translation>Keep the package that was taken and drop package {}?</translation>
    </message>
    <message>
        <source>Gọi nơi gửi so mã trước: gói đúng là gói có mã {}. Báo nơi gửi chỉ gửi từ một máy.</source>
        <translation>Call the sender and compare the code first: the right package is the one with code {}. Ask the sender to send from one PC only.</translation>
    </message>
    <message>
        <source>&amp;Giữ gói đã nhận</source>
        <translation>&amp;Keep the one taken</translation>
    </message>
    <message>
        <source>Xóa gói {}?</source>
        <translation>Delete package {}?</translation>
    </message>
    <message>
        <source>Chỉ xóa bản chép trên máy này; số liệu và tệp trên USB không bị đụng đến.</source>
        <translation>Only the copy on this PC is deleted; the data and the files on the USB stick are not touched.</translation>
    </message>
    <message>
        <source>&amp;Xóa gói này</source>
        <translation>&amp;Delete this package</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Xuất gói</source>
        <translation>Export package</translation>
    </message>
    <message>
        <source>&amp;Ghi ra</source>
        <translation>&amp;Write to</translation>
    </message>
    <message>
        <source>&amp;Tìm lại USB</source>
        <translation>&amp;Find USB again</translation>
    </message>
    <message>
        <source>&amp;Chia gói</source>
        <translation>&amp;Split package</translation>
    </message>
    <message>
        <source>&amp;Nội dung</source>
        <translation>&amp;Content</translation>
    </message>
    <message>
        <source>Nhận xét, biên nhận</source>
        <translation>Remarks, receipts</translation>
    </message>
    <message>
        <source>Tệp đính &amp;kèm</source>
        <translation>&amp;Attachments</translation>
    </message>
    <message>
        <source>&amp;Xuất gói</source>
        <translation>&amp;Export package</translation>
    </message>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Gửi cho {}</source>
        <translation>Send to {}</translation>
    </message>
    <message>
        <source>Chọn thư mục</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>Chọn USB hoặc thư mục để ghi gói.</source>
        <translation>Choose a USB stick or folder to write the package to.</translation>
    </message>
    <message>
        <source>Thư mục khác…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>{} · còn trống {}</source>
        <translation>{} · {} free</translation>
    </message>
    <message>
        <source>Các tệp nơi nhận chưa có: {}</source>
        <translation>What the receiver lacks: {}</translation>
    </message>
    <message>
        <source>Như trên, để lại ảnh và phim: {}</source>
        <translation>The same without photos and films: {}</translation>
    </message>
    <message>
        <source>Chỉ số liệu, để lại mọi tệp</source>
        <translation>Data only, all files later</translation>
    </message>
    <message>
        <source>Gửi lại tất cả tệp: {}</source>
        <translation>All files once more: {}</translation>
    </message>
    <message>
        <source>{} tệp, {}</source>
        <translation>{} files, {}</translation>
    </message>
    <message>
        <source>không có tệp nào</source>
        <translation>no file</translation>
    </message>
    <message>
        <source>chọn “Như trên, để lại ảnh và phim”</source>
        <translation>chọn “The same without photos and films”</translation>
    </message>
    <message>
        <source>chọn “Chỉ số liệu, để lại mọi tệp”</source>
        <translation>chọn “Data only, all files later”</translation>
    </message>
    <message>
        <source>{} còn trống {}.</source>
        <translation>{} has {} free.</translation>
    </message>
    <message>
        <source>Sẽ ghi {} dòng số liệu, {} tệp đính kèm: không quá {}.</source>
        <translation>Will write {} rows of data, {} attachments: {} at most.</translation>
    </message>
    <message>
        <source>Chia thành khoảng {} phần.</source>
        <translation>In about {} parts.</translation>
    </message>
    <message>
        <source>Không thấy USB nào. Cắm USB rồi bấm Tìm lại, hoặc chọn thư mục khác.</source>
        <translation>No USB stick found. Plug one in and press Find USB again, or choose another folder.</translation>
    </message>
    <message>
        <source>Trên {} có tệp lạ, có thể do vi-rút. Không mở các tệp này; quét vi-rút USB trước khi đưa đi:
{}</source>
        <translation>There are strange files on {}, possibly from a virus. Do not open them; scan the USB stick for viruses before it goes out:
{}</translation>
    </message>
</context>
<context>
    <name>FactEntry</name>
    <message>
        <source>{}, đã được thay</source>
        <translation>{}, superseded</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Xóa số liệu ngày {}</source>
        <translation>Delete figures as of {}</translation>
    </message>
    <message>
        <source>Mức khi đó: {}</source>
        <translation>Target then: {}</translation>
    </message>
    <message>
        <source>{} nhập ngày {}</source>
        <translation>{}, entered on {}</translation>
    </message>
    <message>
        <source>Ghi chú: {}</source>
        <translation>Note: {}</translation>
    </message>
    <message>
        <source>Lý do sửa: {}</source>
        <translation>Reason: {}</translation>
    </message>
    <message>
        <source>đang dùng</source>
        <translation>in force</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>= {} đồng</source>
        <translation>= {} đồng</translation>
    </message>
    <message>
        <source>ví dụ: {}</source>
        <translation>e.g. {}</translation>
    </message>
</context>
<context>
    <name>FiguresTab</name>
    <message>
        <source>Số liệu &amp;vẫn đúng</source>
        <translation>Figure still &amp;valid</translation>
    </message>
    <message>
        <source>Nhận số liệ&amp;u cũ</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>Giải thích, nguồn của mức yêu cầu</source>
        <translation>Explanation and source of the target</translation>
    </message>
    <message>
        <source>Mức yêu cầu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>&amp;Nhập mức</source>
        <translation>Ente&amp;r target</translation>
    </message>
    <message>
        <source>Đối &amp;chiếu</source>
        <translation>&amp;Confirm</translation>
    </message>
    <message>
        <source>Khi nhập ngày {} kết quả là {} (mức {}). Theo mức đang áp dụng là {}.</source>
        <translation>When entered on {} the result was {} (target {}). By the target now in force it is {}.</translation>
    </message>
    <message>
        <source>Theo {}, chỉ tiêu {} ngày {}: {}.</source>
        <translation>By {}, indicator {} as of {}: {}.</translation>
    </message>
    <message>
        <source>{} Cách tính nay đã khác, cần nhập số liệu mới.</source>
        <translation>{} It is measured differently now; enter new figures.</translation>
    </message>
    <message>
        <source>đạt năm {}, nay chưa đạt</source>
        <translation>met in {}, no longer met</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Niên giám thống kê huyện</source>
        <translation>Niên giám thống kê huyện</translation>
    </message>
    <message>
        <source>Niên giám thống kê tỉnh</source>
        <translation>Statistical yearbook of the province</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Số liệu chung của xã</source>
        <translation>Figures of the commune</translation>
    </message>
    <message>
        <source>Số nhập mới tính đến ngà&amp;y</source>
        <translation>&amp;New figures are as of</translation>
    </message>
    <message>
        <source>N&amp;guồn số liệu</source>
        <translation>Source of &amp;the figures</translation>
    </message>
    <message>
        <source>Chưa có ngày của số liệu. Nhập ngày ở trên rồi nhập lại số.</source>
        <translation>The figures have no date. Enter the date above, then the number again.</translation>
    </message>
</context>
<context>
    <name>FormNumberDialog</name>
    <message>
        <source>Mẫu số của văn bản</source>
        <translation>Form number of the paper</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>In đúng như đã nhập. Để trống thì không in.</source>
        <translation>Printed as entered. Left empty, nothing is printed.</translation>
    </message>
    <message>
        <source>Mẫu số 1.1</source>
        <translation>Mẫu số 1.1</translation>
    </message>
    <message>
        <source>&amp;Mẫu số</source>
        <translation>Form &amp;number</translation>
    </message>
</context>
<context>
    <name>FormSettingDialog</name>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Đang áp dụng: {}</source>
        <translation>In use: {}</translation>
    </message>
    <message>
        <source>Theo trình tự: {}.</source>
        <translation>By the procedure: {}.</translation>
    </message>
    <message>
        <source>Mỗi dòng một cơ quan, in sau “Kính gửi:”.</source>
        <translation>One office a line, printed after “Kính gửi:”.</translation>
    </message>
    <message>
        <source>Nơi nhận &amp;hồ sơ</source>
        <translation>&amp;Where the dossier goes</translation>
    </message>
    <message>
        <source>Của mỗi văn bản trong hồ sơ; in ở tờ trình và danh mục văn bản.</source>
        <translation>Of each paper of the dossier; printed in the submission and in the list of papers.</translation>
    </message>
    <message>
        <source>&amp;Số bản</source>
        <translation>Number of &amp;copies</translation>
    </message>
    <message>
        <source>bản</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>Đã đối chiếu với văn bản</source>
        <translation>Compared with the document</translation>
    </message>
    <message>
        <source>Số, ngày &amp;văn bản quy định</source>
        <translation>Number, date of the ruling &amp;document</translation>
    </message>
    <message>
        <source>Đối &amp;chiếu</source>
        <translation>C&amp;omparison</translation>
    </message>
    <message>
        <source>&amp;Người đối chiếu</source>
        <translation>Compared &amp;by</translation>
    </message>
</context>
<context>
    <name>FormSettingsDialog</name>
    <message>
        <source>Nơi nhận, số bản, mẫu số</source>
        <translation>Addressees, copies, form numbers</translation>
    </message>
    <message>
        <source>Nơi nhận, số bản theo trình tự; tỉnh quy định khác thì nhập riêng. Mẫu số chỉ in khi đã nhập, ở góc trên bên phải văn bản.</source>
        <translation>Addressees and copies follow the procedure; where the province rules otherwise, enter your own. A form number is printed only when entered, at the top right of the paper.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>&amp;Nhập, đối chiếu</source>
        <translation>&amp;Enter, compare</translation>
    </message>
    <message>
        <source>&amp;Bỏ mục riêng</source>
        <translation>&amp;Drop our own</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Not compared</translation>
    </message>
    <message>
        <source>Mẫu số: {}</source>
        <translation>Form number: {}</translation>
    </message>
    <message>
        <source>không in</source>
        <translation>not printed</translation>
    </message>
    <message>
        <source>&amp;Nhập mẫu số</source>
        <translation>Enter form &amp;number</translation>
    </message>
</context>
<context>
    <name>GiftDetails</name>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Rút đóng góp</source>
        <translation>&amp;Withdraw</translation>
    </message>
    <message>
        <source>Đã rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>không quy ra tiền</source>
        <translation>not valued</translation>
    </message>
    <message>
        <source>{} đồng</source>
        <translation>{} đồng</translation>
    </message>
    <message>
        <source>Rút ngày {}: {}</source>
        <translation>Withdrawn on {}: {}</translation>
    </message>
    <message>
        <source>Chứng từ: {}</source>
        <translation>Proof: {}</translation>
    </message>
    <message>
        <source>Đơn giá thỏa thuận {} đồng/{}, ngày {}</source>
        <translation>Agreed unit price {} đồng/{}, on {}</translation>
    </message>
    <message>
        <source>Đơn giá {} đồng/{}, áp dụng từ {}</source>
        <translation>Unit price {} đồng/{}, in force since {}</translation>
    </message>
    <message>
        <source>Sửa tên &amp;hộ</source>
        <translation>Rename the &amp;household</translation>
    </message>
</context>
<context>
    <name>GiftList</name>
    <message>
        <source>Các khoản đóng góp</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Tổng hợp đóng góp</source>
        <translation>Sums of contributions</translation>
    </message>
    <message>
        <source>Không có khoản đóng góp nào thuộc nhóm này.</source>
        <translation>No contribution belongs to this group.</translation>
    </message>
    <message>
        <source>Chưa ghi khoản đóng góp nào. Ghi từng hộ, cả thôn, hoặc nhập từ Excel. Thôn không đóng góp thì ghi số 0.</source>
        <translation>No contribution has been recorded yet. Record each household, a whole hamlet, or import from Excel. For a hamlet that gave nothing record 0.</translation>
    </message>
    <message>
        <source>&amp;Ghi đóng góp</source>
        <translation>&amp;Record a contribution</translation>
    </message>
    <message>
        <source>Mọi thôn</source>
        <translation>All hamlets</translation>
    </message>
    <message>
        <source>Từng khoản</source>
        <translation>Each contribution</translation>
    </message>
    <message>
        <source>Tổng theo thôn</source>
        <translation>Sums by hamlet</translation>
    </message>
    <message>
        <source>Tổng theo loại</source>
        <translation>Sums by kind</translation>
    </message>
    <message>
        <source>Tổng theo công trình</source>
        <translation>Sums by work</translation>
    </message>
    <message>
        <source>X&amp;em</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>T&amp;hôn</source>
        <translation>&amp;Hamlet</translation>
    </message>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Loại đóng góp</source>
        <translation>Kind of contribution</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Work</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Đăng ký mục tiêu</source>
        <translation>Register a goal</translation>
    </message>
    <message>
        <source>Đăn&amp;g ký</source>
        <translation>&amp;Register</translation>
    </message>
    <message>
        <source>Từ ngày áp dụng, chỉ tiêu, mức và mẫu hồ sơ theo mục tiêu mới. Số liệu đã nhập theo bộ cũ còn nguyên; chỉ tiêu giống nhau được đề nghị dùng lại, từng chỉ tiêu một.</source>
        <translation>From that day indicators, targets and forms follow the new goal. Figures entered for the old set stay; those of equal indicators are offered again, one by one.</translation>
    </message>
    <message>
        <source>&amp;Bộ tiêu chí</source>
        <translation>&amp;Criteria set</translation>
    </message>
    <message>
        <source>&amp;Trình tự, mẫu hồ sơ</source>
        <translation>Regime &amp;and forms</translation>
    </message>
    <message>
        <source>Mức áp dụng theo &amp;vùng</source>
        <translation>&amp;Targets of the region</translation>
    </message>
    <message>
        <source>&amp;Căn cứ áp dụng mức này</source>
        <translation>&amp;Ground for these targets</translation>
    </message>
    <message>
        <source>Văn bản giao mức cho xã, nếu khác vùng địa lý.</source>
        <translation>Document that sets them, if not by geography.</translation>
    </message>
    <message>
        <source>Năm đăng &amp;ký đạt chuẩn</source>
        <translation>Target &amp;year</translation>
    </message>
    <message>
        <source>Á&amp;p dụng từ ngày</source>
        <translation>&amp;In force from</translation>
    </message>
    <message>
        <source>&amp;Hạn hoàn thành</source>
        <translation>&amp;Deadline</translation>
    </message>
    <message>
        <source>Để trống là ngày 31/12 của năm đó.</source>
        <translation>Empty: 31/12 of that year.</translation>
    </message>
    <message>
        <source>Chưa chọn bộ tiêu chí.</source>
        <translation>Choose a criteria set.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày áp dụng.</source>
        <translation>Enter the day it comes into force.</translation>
    </message>
    <message>
        <source>Chưa chọn mức áp dụng.</source>
        <translation>Choose the targets.</translation>
    </message>
    <message>
        <source>Sửa mục tiêu đã đăng ký</source>
        <translation>Correct the registered goal</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Sửa mục tiêu ghi nhầm. Đổi mục tiêu từ một ngày về sau thì đăng ký mục tiêu mới.</source>
        <translation>Corrects a goal that was entered wrongly. To change the goal from some day on, register a new one.</translation>
    </message>
    <message>
        <source>Trình tự này gửi hồ sơ tới UBND huyện. Từ 01/7/2025 không còn cấp huyện: chọn trình tự 02 cấp.</source>
        <translation>This procedure sends the dossier to the district. There are none since 1 July 2025: choose the one of two levels.</translation>
    </message>
</context>
<context>
    <name>GoalsSection</name>
    <message>
        <source>Áp dụng từ</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Mức áp dụng</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Hạn hoàn thành</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Trình tự</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Trình tự, mẫu hồ sơ</source>
        <translation>Regime and forms</translation>
    </message>
    <message>
        <source>Mục tiêu đã đăng ký</source>
        <translation>Registered goals</translation>
    </message>
    <message>
        <source>Đăng &amp;ký mục tiêu</source>
        <translation>&amp;Register a goal</translation>
    </message>
    <message>
        <source>&amp;Xóa mục tiêu</source>
        <translation>&amp;Delete goal</translation>
    </message>
    <message>
        <source>Đã xóa mục tiêu.</source>
        <translation>Goal deleted.</translation>
    </message>
    <message>
        <source>&amp;Sửa mục tiêu</source>
        <translation>&amp;Correct goal</translation>
    </message>
    <message>
        <source>Ghi nhầm thì sửa. Đổi bộ tiêu chí hay năm thì đăng ký mục tiêu mới; mục tiêu cũ còn để xét các ngày trước.</source>
        <translation>Correct what was entered wrongly. To change the set or the year, register a new goal; the old one still judges the days before.</translation>
    </message>
</context>
<context>
    <name>GroundsDialog</name>
    <message>
        <source>Căn cứ của hồ sơ</source>
        <translation>Legal grounds of the dossier</translation>
    </message>
    <message>
        <source>Chương trình dẫn sẵn các căn cứ này. Đối chiếu số, ngày, tên với văn bản gốc rồi bấm Đã đối chiếu. Căn cứ ghi sai thì nhập văn bản đúng, cùng số, ở Thiết lập, mục Văn bản: văn bản của xã thay cho dòng này.</source>
        <translation>The program cites these grounds by itself. Check number, date and title against the original, then press Confirm. If one is wrong, enter the right document under the same number in Settings, Documents: the commune&apos;s document replaces this line.</translation>
    </message>
    <message>
        <source>Căn cứ, như trên bản in</source>
        <translation>Ground, as printed</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Đã đối &amp;chiếu</source>
        <translation>&amp;Confirm</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Đã đối chiếu với: {}</source>
        <translation>Checked against: {}</translation>
    </message>
    <message>
        <source>Có sẵn, đã đối chiếu</source>
        <translation>Shipped, confirmed</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>So số, ngày, cơ quan ban hành và tên với bản gốc hoặc Công báo, rồi bấm Đã đối chiếu.</source>
        <translation>Compare number, date, issuer and title with the original or Công báo, then press Confirm.</translation>
    </message>
</context>
<context>
    <name>HamletValuesDialog</name>
    <message>
        <source>Cộng theo thôn</source>
        <translation>Sum over hamlets</translation>
    </message>
    <message>
        <source>&amp;Dùng số cộng</source>
        <translation>&amp;Use the sum</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Tổng số</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Cộng: {}</source>
        <translation>Sum: {}</translation>
    </message>
    <message>
        <source>chỉ nhập số đếm, không âm.</source>
        <translation>only counts, none below zero.</translation>
    </message>
    <message>
        <source>chỉ nhập số không âm, nhiều nhất ba chữ số thập phân.</source>
        <translation>only numbers not below zero, with three decimals at most.</translation>
    </message>
    <message>
        <source>Bỏ số vừa nhập theo thôn?</source>
        <translation>Discard the figures just entered by hamlet?</translation>
    </message>
    <message>
        <source>Số trong bảng này chưa được dùng. Bấm Dùng số cộng để giữ.</source>
        <translation>The figures in this table are not used yet. Press Use the sum to keep them.</translation>
    </message>
    <message>
        <source>&amp;Bỏ số vừa nhập</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <source>&amp;Nhập tiếp</source>
        <translation>&amp;Go on typing</translation>
    </message>
    <message>
        <source>Chưa dán số nào, số đã nhập còn nguyên. Lý do: thừa {} dòng, không còn thôn để nhận</source>
        <translation>Nothing was pasted, what was typed is as it was. Reason: {} lines too many, no hamlets left for them</translation>
    </message>
    <message>
        <source>Chưa dán số nào, số đã nhập còn nguyên. Lý do: {}: có {} cột số, ở đây chỉ nhận {}</source>
        <translation>Nothing was pasted, what was typed is as it was. Reason: {}: {} columns of figures, only {} are taken here</translation>
    </message>
    <message>
        <source>Chưa dán số nào, số đã nhập còn nguyên. Lý do: {}: {}</source>
        <translation>Nothing was pasted, what was typed is as it was. Reason: {}: {}</translation>
    </message>
    <message>
        <source>Tổng số điền sẵn là số hộ của thôn trong Thiết lập, sửa được; được ghi khi nhập {}.</source>
        <translation>The total filled in is the households of the hamlet in Set-up; it may be changed and counts once {} is entered.</translation>
    </message>
    <message>
        <source>{}; {} thôn chưa nhập</source>
        <translation>{}; {} hamlets not entered yet</translation>
    </message>
    <message>
        <source>{}: nhập cả {} và tổng số.</source>
        <translation>{}: enter both {} and the total.</translation>
    </message>
    <message>
        <source>{}: {} lớn hơn tổng số.</source>
        <translation>{}: {} is larger than the total.</translation>
    </message>
</context>
<context>
    <name>Hamlets</name>
    <message>
        <source>Xã chưa nhập thôn nào. Nhập danh sách thôn ở trang Thiết lập, mục Xã, rồi ghi lại.</source>
        <translation>No hamlets entered yet. Enter them on the page Setup, section Commune, then record again.</translation>
    </message>
</context>
<context>
    <name>HamletsTable</name>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Số người</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Danh sách thôn</source>
        <translation>List of hamlets</translation>
    </message>
    <message>
        <source>Chuyển thôn lên</source>
        <translation>Move hamlet up</translation>
    </message>
    <message>
        <source>Chuyển thôn xuống</source>
        <translation>Move hamlet down</translation>
    </message>
    <message>
        <source>Xóa thôn</source>
        <translation>Delete hamlet</translation>
    </message>
    <message>
        <source>Gõ tên vào dòng cuối để thêm. Dán được cả bảng từ Excel.</source>
        <translation>Type a name into the last row to add. A table from Excel can be pasted.</translation>
    </message>
    <message>
        <source>Đã xóa thôn.</source>
        <translation>Hamlet deleted.</translation>
    </message>
    <message>
        <source>Dòng {}: {}</source>
        <translation>Row {}: {}</translation>
    </message>
    <message>
        <source>Chưa ghi được. Sửa rồi nhập lại.</source>
        <translation>Not recorded. Correct it and enter it again.</translation>
    </message>
    <message>
        <source>Cộng {} thôn</source>
        <translation>Sum of {} hamlets</translation>
    </message>
    <message>
        <source>“{}” không phải số đếm. Nhập số nguyên, ví dụ 540.</source>
        <translation>“{}” is not a count. Enter a whole number, e.g. 540.</translation>
    </message>
</context>
<context>
    <name>HeldList</name>
    <message>
        <source>Không có gói nào bị giữ lại.</source>
        <translation>No package is held.</translation>
    </message>
    <message>
        <source>Gói giữ lại</source>
        <translation>Held packages</translation>
    </message>
    <message>
        <source>&amp;Thử lại</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>&amp;Xóa gói này</source>
        <translation>&amp;Delete this package</translation>
    </message>
    <message>
        <source>Gói đến mà chưa nhận được, số liệu không bị đụng đến. Gói chờ khóa hoặc chờ gói mở đợt được thử lại sau mỗi lần nhận.</source>
        <translation>Packages that came but could not be received; the data are not touched. Those that wait for a key or for the first package of an epoch are tried again after each receipt.</translation>
    </message>
    <message>
        <source>&amp;Nhận tiếp các phần</source>
        <translation>Take more &amp;parts</translation>
    </message>
    <message>
        <source>&amp;Nhận gói này thay</source>
        <translation>Take &amp;this one instead</translation>
    </message>
    <message>
        <source>&amp;Giữ gói đã nhận</source>
        <translation>&amp;Keep the one taken</translation>
    </message>
    <message>
        <source>Đã nhận: gói số {}, mã {}</source>
        <translation>Taken: package {}, code {}</translation>
    </message>
    <message>
        <source>Giữ lại: gói số {}, mã {}</source>
        <translation>Held: package {}, code {}</translation>
    </message>
    <message>
        <source>Chưa kiểm chứng: mã đơn vị {}, gói số {}, mã gói {}</source>
        <translation>Not verified: unit code {}, package {}, package code {}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Hướng dẫn sử dụng</source>
        <translation>User guide (in Vietnamese)</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Lọc theo việc hoặc người (Ctrl+F)</source>
        <translation>Filter by act or person (Ctrl+F)</translation>
    </message>
    <message>
        <source>Lọc theo việc hoặc người</source>
        <translation>Filter by act or person</translation>
    </message>
    <message>
        <source>Hoàn tác &amp;việc cuối</source>
        <translation>&amp;Undo the last act</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Lúc</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Việc</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Người làm</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Không có việc nào khớp với bộ lọc.</source>
        <translation>No act matches the filter.</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Số thứ tự của việc</source>
        <translation>Number of the action</translation>
    </message>
    <message>
        <source>{} việc</source>
        <translation>{} act(s)</translation>
    </message>
    <message>
        <source>Đã hoàn tác ở {}</source>
        <translation>Undone in {}</translation>
    </message>
    <message>
        <source>Xem thêm việc &amp;cũ hơn</source>
        <translation>Show &amp;older actions</translation>
    </message>
    <message>
        <source>{} việc mới nhất</source>
        <translation>the newest {} act(s)</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>&amp;Hoàn tác việc này</source>
        <translation>Undo &amp;this</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Việc số {}, {}, lúc {}</source>
        <translation>Act {}, {}, at {}</translation>
    </message>
    <message>
        <source>Nội dung đã được xóa theo yêu cầu, không hoàn tác được.</source>
        <translation>The content was erased on request; this cannot be undone.</translation>
    </message>
    <message>
        <source>Gói đã có số, có thể đã đưa đi, hoặc đã nhận: không hoàn tác được.</source>
        <translation>A package that has a number and may have gone out, or was received: this cannot be undone.</translation>
    </message>
    <message>
        <source>Đã gửi xã trong gói số {}, không hoàn tác được. Nhận xét thì rút ở trang Nhận xét, kết luận thì ghi kết luận mới.</source>
        <translation>Sent to the commune in package no. {}, so it cannot be undone. Withdraw a remark on the page Remarks; record a new conclusion in place of one.</translation>
    </message>
    <message>
        <source>Bản in chính thức đã vào sổ, không hoàn tác được.</source>
        <translation>The official print is in the register; it cannot be undone.</translation>
    </message>
    <message>
        <source>Việc phục hồi không hoàn tác được. Muốn lấy lại dữ liệu trước đó thì phục hồi từ bản sao lưu làm ngay trước khi phục hồi, trong Thiết lập, mục Sao lưu.</source>
        <translation>A restore cannot be undone. To get the earlier data back, restore the backup made just before it, in Settings, section Backup.</translation>
    </message>
    <message>
        <source>Việc lập dữ liệu không hoàn tác được. Sửa thông tin của đơn vị trong Thiết lập.</source>
        <translation>The making of the data cannot be undone. Correct the details of the office in Settings.</translation>
    </message>
    <message>
        <source>Việc này không hoàn tác được.</source>
        <translation>This action cannot be undone.</translation>
    </message>
    <message>
        <source>Đã được hoàn tác ở việc số {}.</source>
        <translation>Undone by act {}.</translation>
    </message>
    <message>
        <source>và {} mục khác</source>
        <translation>and {} more item(s)</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>&amp;Xem {} số liệu cũ hơn</source>
        <translation>&amp;Show {} older figures</translation>
    </message>
    <message>
        <source>Chưa có số liệu nào của chỉ tiêu này.</source>
        <translation>This indicator has no figures yet.</translation>
    </message>
</context>
<context>
    <name>HouseholdDialog</name>
    <message>
        <source>Sửa tên hộ</source>
        <translation>Rename the household</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>Tên mới hiện ở mọi khoản đóng góp và thửa đất của hộ.</source>
        <translation>The new name shows with everything the household gave and with its plots.</translation>
    </message>
    <message>
        <source>&amp;Tên chủ hộ</source>
        <translation>&amp;Name of the head</translation>
    </message>
    <message>
        <source>T&amp;hôn</source>
        <translation>&amp;Hamlet</translation>
    </message>
    <message>
        <source>Chưa nhập tên chủ hộ.</source>
        <translation>The head of household is missing.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Nhận gói</source>
        <translation>Receive package</translation>
    </message>
    <message>
        <source>&amp;Mã trên giấy, hoặc nghe đọc qua điện thoại</source>
        <translation>&amp;Code on paper, or heard by telephone</translation>
    </message>
    <message>
        <source>Gõ 25 ký tự, hoặc quét mã QR trên bìa hồ sơ. Mã của gói này: {}</source>
        <translation>Type the 25 characters, or scan the QR code on the cover of the dossier. Code of this package: {}</translation>
    </message>
    <message>
        <source>Đã so mã hoặc hỏi nơi gửi những điều trên, &amp;vẫn nhận gói này</source>
        <translation>I have compared the code or asked the sender about this; &amp;take the package</translation>
    </message>
    <message>
        <source>Các gói sau: nhận luôn nếu không có gì phải &amp;hỏi</source>
        <translation>Next packages: receive at once if there is &amp;nothing to ask</translation>
    </message>
    <message>
        <source>&amp;Nhận gói</source>
        <translation>&amp;Receive package</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Mã không khớp: gói này khác bản giấy. Có thể nơi gửi đã sửa số liệu sau khi in, hoặc gói bị thay. Chọn Để sau và gọi hỏi nơi gửi.</source>
        <translation>The code does not match: this package differs from the paper. The sender may have changed the data after printing, or the package was replaced. Choose Later and ring the sender.</translation>
    </message>
    <message>
        <source>Nhận gói số {} của {}?</source>
        <translation>Receive package {} of {}?</translation>
    </message>
    <message>
        <source>Lời nhắn: {}</source>
        <translation>Message: {}</translation>
    </message>
    <message>
        <source>{} tệp đính kèm không có trong gói và chưa có trên máy này.</source>
        <translation>{} attached files are neither in the package nor on this PC yet.</translation>
    </message>
    <message>
        <source>mã đơn vị {}</source>
        <translation>unit code {}</translation>
    </message>
    <message>
        <source>lập lúc {}</source>
        <translation>made at {}</translation>
    </message>
    <message>
        <source>Số liệu trên máy này không thay đổi.</source>
        <translation>The data on this PC do not change.</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Mất</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>Không còn trong gói mà không ghi là đã xóa</source>
        <translation>No longer in the package, without being told as removed</translation>
    </message>
    <message>
        <source>Gói này thay đổi</source>
        <translation>This package changes</translation>
    </message>
</context>
<context>
    <name>IndicatorActions</name>
    <message>
        <source>Xóa số liệu ngày {} của chỉ tiêu {}?</source>
        <translation>Delete the figures as of {} of indicator {}?</translation>
    </message>
    <message>
        <source>Số liệu trước đó sẽ được dùng lại. Ghi lý do xóa; lý do được lưu trong lịch sử.</source>
        <translation>The figures before them count again. Give the reason; it is kept in the history.</translation>
    </message>
    <message>
        <source>Xóa số liệu</source>
        <translation>Delete figures</translation>
    </message>
    <message>
        <source>Đã xóa số liệu ngày {}</source>
        <translation>Figures as of {} deleted</translation>
    </message>
    <message>
        <source>Vì sao sửa số liệu chỉ tiêu {}?</source>
        <translation>Why are the figures of indicator {} corrected?</translation>
    </message>
    <message>
        <source>Lưu số mới</source>
        <translation>Save new figures</translation>
    </message>
    <message>
        <source>Tài liệu và ảnh (*.pdf *.jpg *.jpeg *.png *.webp *.docx *.xlsx *.txt);;Mọi tệp (*)</source>
        <translation>Documents and pictures (*.pdf *.jpg *.jpeg *.png *.webp *.docx *.xlsx *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Chọn tệp minh chứng cho chỉ tiêu {}</source>
        <translation>Choose evidence for indicator {}</translation>
    </message>
    <message>
        <source>Đang nhận tệp minh chứng</source>
        <translation>Taking in evidence</translation>
    </message>
    <message>
        <source>Đã thêm {} tệp minh chứng; có tệp nên mở xem lại.</source>
        <translation>{} files of evidence added; one should be opened and looked at.</translation>
    </message>
    <message>
        <source>Đã gỡ minh chứng khỏi chỉ tiêu {}</source>
        <translation>Evidence detached from indicator {}</translation>
    </message>
    <message>
        <source>Lưu kế hoạch chỉ tiêu {} với hạn đã qua?</source>
        <translation>Save the plan of indicator {} with a deadline that has passed?</translation>
    </message>
    <message>
        <source>Vẫn lưu hạn này</source>
        <translation>Save this deadline</translation>
    </message>
    <message>
        <source>Đã kết thúc kế hoạch chỉ tiêu {}</source>
        <translation>Plan of indicator {} closed</translation>
    </message>
    <message>
        <source>Chỉ tiêu {}: số ghi ngày {} nay ghi ngày {}</source>
        <translation>Indicator {}: the figure of {} is now dated {}</translation>
    </message>
    <message>
        <source>Chỉ tiêu {} đang dùng số ghi ngày {}, mới hơn ngày {}.</source>
        <translation>Indicator {} uses the figure of {}, which is newer than {}.</translation>
    </message>
    <message>
        <source>Nếu ngày {} ghi nhầm, sửa chính lần ghi đó. Nếu đây là số của một lần trước, ghi thêm: số ngày {} vẫn được dùng.</source>
        <translation>If {} was a mistake, correct that entry. If this is an earlier figure, add it: the figure of {} stays in use.</translation>
    </message>
    <message>
        <source>&amp;Sửa lần ghi ngày {}</source>
        <translation>&amp;Correct the entry of {}</translation>
    </message>
    <message>
        <source>Ghi &amp;thêm số cũ hơn</source>
        <translation>&amp;Add an older figure</translation>
    </message>
    <message>
        <source>Đã ghi số ngày {}; chỉ tiêu {} vẫn dùng số ngày {}</source>
        <translation>The figure of {} was recorded; indicator {} still uses that of {}</translation>
    </message>
    <message>
        <source>Số dán ngày {} được ghi vào lịch sử nhưng không đổi kết quả hiện nay. Nếu ngày của số mới hơn ghi nhầm, xóa số đó trong thẻ Lịch sử của chỉ tiêu.</source>
        <translation>The figures pasted for {} are kept in the history but do not change today&apos;s result. If the day of the newer one is wrong, delete it in the History tab of the indicator.</translation>
    </message>
    <message>
        <source>Đã thêm {} tệp minh chứng, bỏ qua {} tệp.</source>
        <translation>{} evidence files added, {} passed over.</translation>
    </message>
    <message>
        <source>Đã dán số liệu {} chỉ tiêu</source>
        <translation>Figures of {} indicators pasted</translation>
    </message>
    <message>
        <source>Đã dán số liệu {} chỉ tiêu; vẫn dùng số ngày mới hơn: {}.</source>
        <translation>Figures of {} indicators pasted; newer ones stay in force: {}.</translation>
    </message>
    <message>
        <source>Ghi số này cho chỉ tiêu {}?</source>
        <translation>Record this number for indicator {}?</translation>
    </message>
    <message>
        <source>Đúng, &amp;ghi số này</source>
        <translation>Yes, &amp;record it</translation>
    </message>
    <message>
        <source>&amp;Sửa lại số</source>
        <translation>&amp;Mend the number</translation>
    </message>
</context>
<context>
    <name>IndicatorDialogs</name>
    <message>
        <source>Dán số liệu cho {} chỉ tiêu?</source>
        <translation>Paste figures for {} indicators?</translation>
    </message>
    <message>
        <source>Số liệu ngày {}: {}.</source>
        <translation>Figures as of {}: {}.</translation>
    </message>
    <message>
        <source>Dán số liệu</source>
        <translation>Paste figures</translation>
    </message>
    <message>
        <source>Không dán</source>
        <translation>Do not paste</translation>
    </message>
    <message>
        <source>{}. Chọn ngày của số liệu.</source>
        <translation>{}. Choose the day of the figures.</translation>
    </message>
    <message>
        <source>Số liệu ngày {}</source>
        <translation>Figures of {}</translation>
    </message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết</source>
        <translation>Close the details</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (Esc)</source>
        <translation>Close the details (Esc)</translation>
    </message>
    <message>
        <source>Chưa giao người phụ trách</source>
        <translation>Nobody in charge yet</translation>
    </message>
    <message>
        <source>{} đạt</source>
        <translation>{} met</translation>
    </message>
    <message>
        <source>{} chưa đạt</source>
        <translation>{} unmet</translation>
    </message>
    <message>
        <source>{} chưa đánh giá</source>
        <translation>{} not assessed</translation>
    </message>
    <message>
        <source>{} không áp dụng</source>
        <translation>{} not applicable</translation>
    </message>
    <message>
        <source>{} chưa thể xét</source>
        <translation>{} cannot be judged yet</translation>
    </message>
    <message>
        <source>{} chỉ tiêu: {}</source>
        <translation>{} indicator(s): {}</translation>
    </message>
    <message>
        <source>Phân công tiêu chí này</source>
        <translation>Assign this criterion</translation>
    </message>
</context>
<context>
    <name>Indicators</name>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Tiêu chí, chỉ tiêu</source>
        <translation>Criterion, indicator</translation>
    </message>
    <message>
        <source>Mức yêu cầu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Hiện trạng</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Số liệu ngày</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>Chưa xét xong: còn chỉ tiêu chưa đánh giá hoặc chưa thể xét</source>
        <translation>Not decided: some indicator is not assessed or cannot be judged</translation>
    </message>
    <message>
        <source>{} tệp còn hiệu lực, {} tệp đã hết hiệu lực</source>
        <translation>{} files in force, {} expired</translation>
    </message>
    <message>
        <source>Số tệp minh chứng đang có hiệu lực</source>
        <translation>Number of evidence files in force</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Nhiều bàn cùng làm trên một cơ sở dữ liệu PostgreSQL của cơ quan.</source>
        <translation>Several desks work on one PostgreSQL database of the office.</translation>
    </message>
    <message>
        <source>Bàn này vào dữ liệu chung của cơ quan, trong thư mục {}. Dữ liệu đang có ở máy này giữ nguyên chỗ cũ, không chuyển lên máy chủ.</source>
        <translation>This desk comes to the shared data of the office, in the folder {}. The data on this PC stay where they are and do not go to the server.</translation>
    </message>
    <message>
        <source>Dùng máy chủ nà&amp;y</source>
        <translation>&amp;Use this server</translation>
    </message>
    <message>
        <source>Nâng cấp dữ liệu trên máy chủ?</source>
        <translation>Upgrade the data on the server?</translation>
    </message>
    <message>
        <source>Sao lưu máy chủ trước khi nâng cấp.</source>
        <translation>Back the server up before that.</translation>
    </message>
    <message>
        <source>&amp;Nâng cấp và vào</source>
        <translation>U&amp;pgrade and enter</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Lập dữ liệu của cơ quan ở đó khi mở chương trình lần đầu trên một máy chưa có dữ liệu.</source>
        <translation>The data of the office are made there by the first run of the program on a PC without data.</translation>
    </message>
    <message>
        <source>Đang vào dữ liệu chung</source>
        <translation>Entering the shared data</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Khóa trao đổi</source>
        <translation>Exchange keys</translation>
    </message>
    <message>
        <source>Khóa của nơi trao đổi</source>
        <translation>Keys of those you exchange with</translation>
    </message>
    <message>
        <source>Chưa ghi nhận khóa của nơi nào. Chọn tệp .ntmk do nơi trao đổi gửi đến.</source>
        <translation>No key is pinned yet. Choose the .ntmk file sent by the one you exchange with.</translation>
    </message>
    <message>
        <source>&amp;Lưu tệp khóa .ntmk</source>
        <translation>&amp;Save key file .ntmk</translation>
    </message>
    <message>
        <source>&amp;In phiếu khóa</source>
        <translation>&amp;Print key sheet</translation>
    </message>
    <message>
        <source>Phiếu phục &amp;hồi</source>
        <translation>Recovery s&amp;heet</translation>
    </message>
    <message>
        <source>Đổi &amp;mật khẩu</source>
        <translation>Change pass&amp;word</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận khóa</source>
        <translation>P&amp;in key</translation>
    </message>
    <message>
        <source>&amp;Thu hồi khóa</source>
        <translation>&amp;Revoke key</translation>
    </message>
    <message>
        <source>Đó&amp;ng</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Có mật khẩu</source>
        <translation>With a password</translation>
    </message>
    <message>
        <source>Không có mật khẩu</source>
        <translation>Without a password</translation>
    </message>
    <message>
        <source>Khóa của đơn vị này</source>
        <translation>Key of this unit</translation>
    </message>
    <message>
        <source>Đưa tệp khóa .ntmk cho nơi trao đổi, kèm phiếu khóa in ra có chữ ký, đóng dấu. Nơi nhận gõ mã trên phiếu để biết chắc khóa là của đơn vị. Mã trên phiếu:</source>
        <translation>Give the key file .ntmk to the one you exchange with, together with the printed key sheet, signed and sealed. The addressee types the code on the sheet to be sure that the key is your unit&apos;s. Code on the sheet:</translation>
    </message>
</context>
<context>
    <name>KeysFlow</name>
    <message>
        <source>Chọn tệp khóa của nơi trao đổi</source>
        <translation>Choose the key file of the one you exchange with</translation>
    </message>
    <message>
        <source>Tệp khóa (*.ntmk);;Mọi tệp (*)</source>
        <translation>Key files (*.ntmk);;All files (*)</translation>
    </message>
    <message>
        <source>Khóa của {}</source>
        <translation>Key of {}</translation>
    </message>
    <message>
        <source>Khóa của các xã</source>
        <translation>Keys of the communes</translation>
    </message>
    <message>
        <source>Chọn một xã trong danh sách rồi mở lại để xem và thu hồi khóa của xã đó.</source>
        <translation>Choose a commune in the list and open this again to view and revoke its key.</translation>
    </message>
    <message>
        <source>Lưu tệp khóa</source>
        <translation>Save the key file</translation>
    </message>
    <message>
        <source>Tệp khóa (*.ntmk)</source>
        <translation>Key files (*.ntmk)</translation>
    </message>
    <message>
        <source>Đã lưu {}</source>
        <translation>Saved {}</translation>
    </message>
    <message>
        <source>Đưa tệp này cho nơi trao đổi. Nơi nhận gõ mã trên phiếu khóa để ghi nhận: {}</source>
        <translation>Give this file to the one you exchange with. The addressee types the code on the key sheet to pin it: {}</translation>
    </message>
    <message>
        <source>Thu hồi khóa của {}?</source>
        <translation>Revoke the key of {}?</translation>
    </message>
    <message>
        <source>Gói ký bằng khóa này sẽ không được nhận nữa; những gì đã nhận giữ nguyên. Thu hồi khi khóa bị mất, bị lộ hoặc máy giữ khóa bị lấy mất. Sau đó ghi nhận khóa mới, có phiếu giấy.</source>
        <translation>Packages signed with this key will no longer be received; what was received stays. Revoke a key that was lost or exposed, or when the PC that holds it was taken. Then pin the new key, with its paper sheet.</translation>
    </message>
    <message>
        <source>&amp;Thu hồi khóa</source>
        <translation>&amp;Revoke key</translation>
    </message>
    <message>
        <source>&amp;Giữ khóa</source>
        <translation>&amp;Keep key</translation>
    </message>
</context>
<context>
    <name>Land</name>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Thửa/tờ</source>
        <translation>Plot/sheet</translation>
    </message>
    <message>
        <source>Số thửa, số tờ bản đồ</source>
        <translation>Plot number, map sheet</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>Loại đất</source>
        <translation>Kind of land</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Chưa trả</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>Bồi thường đã duyệt, chưa chi trả (đồng)</source>
        <translation>Compensation approved, not paid yet (đồng)</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Ngày của diễn biến mới nhất</source>
        <translation>Day of the newest event</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{}/{} đã bàn giao</source>
        <translation>{}/{} handed over</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Số thửa</source>
        <translation>Plots</translation>
    </message>
    <message>
        <source>Chưa bàn giao</source>
        <translation>Not handed over</translation>
    </message>
    <message>
        <source>Hộ còn lại</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Số hộ chưa bàn giao hết đất</source>
        <translation>Households that have not handed over all their land</translation>
    </message>
    <message>
        <source>m² còn lại</source>
        <translation>m² left</translation>
    </message>
    <message>
        <source>Diện tích chưa bàn giao (m²)</source>
        <translation>Area not handed over (m²)</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Bồi thường đã chi trả (đồng)</source>
        <translation>Compensation paid (đồng)</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Vốn công trình</source>
        <translation>Capital of works</translation>
    </message>
    <message>
        <source>Vốn đã bố trí cho các công trình (đồng)</source>
        <translation>Capital allotted to works (đồng)</translation>
    </message>
    <message>
        <source>Đóng góp đã ghi</source>
        <translation>Gifts recorded</translation>
    </message>
    <message>
        <source>Trùng nhau</source>
        <translation>Counted twice</translation>
    </message>
    <message>
        <source>Đóng góp đã nằm trong vốn của công trình, chỉ tính một lần (đồng)</source>
        <translation>Gifts that are part of a work&apos;s capital already, counted once (đồng)</translation>
    </message>
    <message>
        <source>Tổng huy động</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Tỷ trọng</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>LapseList</name>
    <message>
        <source>Đã đạt nay chưa đạt</source>
        <translation>Met before, not now</translation>
    </message>
    <message>
        <source>Không có chỉ tiêu nào đã đạt mà nay chưa đạt.</source>
        <translation>No indicator was met before and is unmet now.</translation>
    </message>
    <message>
        <source>Điều kiện để công nhận lại:</source>
        <translation>What must hold to be recognised again:</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Sửa công văn đôn đốc</source>
        <translation>Edit letter</translation>
    </message>
    <message>
        <source>Ghi công văn đôn đốc</source>
        <translation>Record letter</translation>
    </message>
    <message>
        <source>&amp;Ghi công văn</source>
        <translation>&amp;Record letter</translation>
    </message>
    <message>
        <source>Tất cả công trình của đơn vị</source>
        <translation>All works of the contractor</translation>
    </message>
    <message>
        <source>&amp;Số công văn</source>
        <translation>Letter n&amp;umber</translation>
    </message>
    <message>
        <source>&amp;Ngày gửi</source>
        <translation>Sent o&amp;n</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>&amp;Work</translation>
    </message>
    <message>
        <source>Nội &amp;dung</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Hạn trả lời</source>
        <translation>Answer &amp;due</translation>
    </message>
    <message>
        <source>Ngày &amp;trả lời</source>
        <translation>Answ&amp;ered on</translation>
    </message>
    <message>
        <source>Nội d&amp;ung trả lời</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>Chưa nhập ngày gửi.</source>
        <translation>The day of sending is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập nội dung công văn.</source>
        <translation>What the letter says is missing.</translation>
    </message>
</context>
<context>
    <name>LevelsTab</name>
    <message>
        <source>Mức quy định</source>
        <translation>Levels asked for</translation>
    </message>
    <message>
        <source>&amp;Nhập mức, đối chiếu</source>
        <translation>&amp;Enter or check level</translation>
    </message>
    <message>
        <source>Mức của trình tự; mức nhập riêng cho mục tiêu này in đậm.</source>
        <translation>Levels of the procedure; those entered for this goal are bold.</translation>
    </message>
    <message>
        <source>&amp;Bỏ mức riêng</source>
        <translation>&amp;Drop own level</translation>
    </message>
    <message>
        <source>{} mức</source>
        <translation>{} levels</translation>
    </message>
    <message>
        <source>{} chưa có</source>
        <translation>{} missing</translation>
    </message>
    <message>
        <source>{} chưa đối chiếu</source>
        <translation>{} not checked</translation>
    </message>
    <message>
        <source>Đã bỏ mức riêng, dùng lại mức của trình tự.</source>
        <translation>The own level was dropped, that of the procedure holds again.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Giấy phép</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Thư viện và phông chữ</source>
        <translation>Libraries and fonts</translation>
    </message>
    <message>
        <source>Phông chữ màn hình</source>
        <translation>Screen font</translation>
    </message>
    <message>
        <source>Phông chữ văn bản</source>
        <translation>Paper font</translation>
    </message>
    <message>
        <source>Biểu tượng</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>Nội dung giấy phép</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Trợ giúp (F1)</source>
        <translation>Help (F1)</translation>
    </message>
    <message>
        <source>Đang sao lưu trước khi đóng</source>
        <translation>Backing up before closing</translation>
    </message>
    <message>
        <source>Đóng khi chưa sao lưu đủ?</source>
        <translation>Close with backups missing?</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ở lại</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {}</source>
        <translation>Undone: {}</translation>
    </message>
    <message>
        <source>Nông thôn mới – {}</source>
        <translation>Nông thôn mới – {}</translation>
    </message>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Hồ sơ</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Thiết lập</source>
        <translation>Setup</translation>
    </message>
    <message>
        <source>Theo dõi</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Lập hồ sơ</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Máy này</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>Huy động</source>
        <translation>Mobilisation</translation>
    </message>
    <message>
        <source>Phân công</source>
        <translation>Responsibilities</translation>
    </message>
    <message>
        <source>Đã làm lại: {}</source>
        <translation>Redone: {}</translation>
    </message>
    <message>
        <source>Lấy ý kiến</source>
        <translation>Consultation</translation>
    </message>
</context>
<context>
    <name>MakeKeysDialog</name>
    <message>
        <source>Lập khóa của đơn vị</source>
        <translation>Make the key of this unit</translation>
    </message>
    <message>
        <source>&amp;Lập khóa</source>
        <translation>&amp;Make key</translation>
    </message>
    <message>
        <source>Khóa ký và mã hóa mọi gói trao đổi: nơi nhận biết chắc gói của đơn vị, người nhặt được USB không đọc được. Lập một lần, trên máy giữ số liệu.</source>
        <translation>The key signs and encrypts every package: the addressee knows for sure that it comes from your unit, and whoever finds the USB stick cannot read it. Made once, on the PC that holds the data.</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Ghi khối lượng</source>
        <translation>Record progress</translation>
    </message>
    <message>
        <source>&amp;Ghi khối lượng</source>
        <translation>&amp;Record progress</translation>
    </message>
    <message>
        <source>Đang là {}, kế hoạch đến nay {}.</source>
        <translation>Now at {}, plan to date {}.</translation>
    </message>
    <message>
        <source>Không chậm</source>
        <translation>Not late</translation>
    </message>
    <message>
        <source>&amp;Ngày đo</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Khối lượng lũy kế</source>
        <translation>&amp;Built so far</translation>
    </message>
    <message>
        <source>Giá &amp;trị lũy kế</source>
        <translation>&amp;Value so far</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>Nguyên nhân &amp;chậm</source>
        <translation>&amp;Cause of the delay</translation>
    </message>
    <message>
        <source>Ghi ch&amp;ú</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Lý do khối lượng lùi</source>
        <translation>&amp;Why progress fell back</translation>
    </message>
    <message>
        <source>Chưa nhập ngày đo.</source>
        <translation>The day is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập khối lượng lũy kế, ví dụ 46.</source>
        <translation>The share built so far is missing, for example 46.</translation>
    </message>
    <message>
        <source>Sửa lần đo</source>
        <translation>Correct measurement</translation>
    </message>
    <message>
        <source>&amp;Sửa lần đo</source>
        <translation>&amp;Correct measurement</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa</source>
        <translation>&amp;Reason for the correction</translation>
    </message>
    <message>
        <source>Ghi lý do sửa, ví dụ nhập nhầm, đo lại.</source>
        <translation>Say why it is corrected, for example mistyped, measured again.</translation>
    </message>
    <message>
        <source>Đang là {}, chưa có kế hoạch khối lượng.</source>
        <translation>Stands at {}; no plan of progress yet.</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Sửa cuộc họp</source>
        <translation>Change the meeting</translation>
    </message>
    <message>
        <source>Ghi cuộc họp</source>
        <translation>Enter the meeting</translation>
    </message>
    <message>
        <source>Họp chưa diễn ra thì để trống số người có mặt và số nhất trí.</source>
        <translation>While it has not been held, leave those present and those in favour empty.</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Ngà&amp;y họp</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>Giờ &amp;bắt đầu</source>
        <translation>&amp;Begins at</translation>
    </message>
    <message>
        <source>Giờ &amp;kết thúc</source>
        <translation>&amp;Ends at</translation>
    </message>
    <message>
        <source>Chức vụ c&amp;hủ trì</source>
        <translation>Post of the c&amp;hair</translation>
    </message>
    <message>
        <source>Số người &amp;có mặt</source>
        <translation>Prese&amp;nt</translation>
    </message>
    <message>
        <source>Đị&amp;a điểm</source>
        <translation>&amp;Place</translation>
    </message>
    <message>
        <source>Hội trường tầng hai</source>
        <translation>Hall on the second floor</translation>
    </message>
    <message>
        <source>Chủ t&amp;rì</source>
        <translation>Ch&amp;air</translation>
    </message>
    <message>
        <source>&amp;Thư ký</source>
        <translation>Sec&amp;retary</translation>
    </message>
    <message>
        <source>Chức &amp;vụ thư ký</source>
        <translation>Post of the secretar&amp;y</translation>
    </message>
    <message>
        <source>Số người được &amp;mời</source>
        <translation>&amp;Invited</translation>
    </message>
    <message>
        <source>Số người &amp;nhất trí</source>
        <translation>In &amp;favour</translation>
    </message>
    <message>
        <source>Số bản &amp;lưu</source>
        <translation>Copies &amp;kept</translation>
    </message>
    <message>
        <source>Số bản gử&amp;i</source>
        <translation>Copies sen&amp;t</translation>
    </message>
    <message>
        <source>Ý kiến thả&amp;o luận</source>
        <translation>Disc&amp;ussion</translation>
    </message>
    <message>
        <source>Chưa nhập ngày họp.</source>
        <translation>The day of the meeting is missing.</translation>
    </message>
</context>
<context>
    <name>MeetingTab</name>
    <message>
        <source>&amp;Ghi cuộc họp</source>
        <translation>&amp;Enter the meeting</translation>
    </message>
    <message>
        <source>&amp;Xóa cuộc họp</source>
        <translation>&amp;Remove the meeting</translation>
    </message>
    <message>
        <source>Chưa ghi cuộc họp nào. UBND xã họp với Ban Chỉ đạo, các đoàn thể và ban phát triển thôn, bỏ phiếu rồi ghi số người có mặt, số nhất trí.</source>
        <translation>No meeting yet. Meet with the steering committee, the organisations and the boards of the hamlets, vote, then enter those present and those in favour.</translation>
    </message>
    <message>
        <source>Người dự họp</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>&amp;Danh sách người dự họp</source>
        <translation>&amp;List of attendees</translation>
    </message>
    <message>
        <source>&amp;Sửa cuộc họp</source>
        <translation>&amp;Change the meeting</translation>
    </message>
    <message>
        <source>họp ngày {}</source>
        <translation>meeting on {}</translation>
    </message>
    <message>
        <source>{} người trong danh sách</source>
        <translation>{} people on the list</translation>
    </message>
    <message>
        <source>Đã xóa cuộc họp.</source>
        <translation>The meeting was removed.</translation>
    </message>
    <message>
        <source>{} người được mời</source>
        <translation>{} invited</translation>
    </message>
    <message>
        <source>{} người có mặt</source>
        <translation>{} present</translation>
    </message>
    <message>
        <source>Chưa có kết quả bỏ phiếu</source>
        <translation>No result of the vote yet</translation>
    </message>
    <message>
        <source>{} trong {} người có mặt nhất trí, đạt {}</source>
        <translation>{} of {} present in favour, {}</translation>
    </message>
    <message>
        <source>{} (cần {})</source>
        <translation>{} (needed: {})</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Địa điểm</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Thư ký</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Dự họp</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Ý kiến thảo luận</source>
        <translation>Discussion</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Nông thôn mới</source>
        <translation>Nông thôn mới</translation>
    </message>
</context>
<context>
    <name>Mobilise</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Người đóng góp</source>
        <translation>Given by</translation>
    </message>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Đơn giá</source>
        <translation>Unit price</translation>
    </message>
    <message>
        <source>Đơn giá thỏa thuận, hoặc đơn giá áp dụng ngày đóng góp (đồng)</source>
        <translation>Agreed unit price, or the one in force on the day of giving (đồng)</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Giá trị: số lượng nhân đơn giá (đồng)</source>
        <translation>Value: quantity times unit price (đồng)</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{} đồng</source>
        <translation>{} đồng</translation>
    </message>
    <message>
        <source>Đã rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Đơn giá từ ngày {}</source>
        <translation>Unit price since {}</translation>
    </message>
    <message>
        <source>không tính</source>
        <translation>not valued</translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Công</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Giá trị công</source>
        <translation>Value of days</translation>
    </message>
    <message>
        <source>Đất (m²)</source>
        <translation>Land (m²)</translation>
    </message>
    <message>
        <source>Giá trị đất</source>
        <translation>Value of land</translation>
    </message>
    <message>
        <source>Hiện vật</source>
        <translation>In kind</translation>
    </message>
    <message>
        <source>Vật kiến trúc, cây cối, hoa màu, vật tư, máy móc quy ra tiền (đồng)</source>
        <translation>Structures, crops, materials and machines in money (đồng)</translation>
    </message>
    <message>
        <source>Tổng giá trị</source>
        <translation>Total value</translation>
    </message>
    <message>
        <source>Không cho công trình nào</source>
        <translation>For no work</translation>
    </message>
    <message>
        <source>Ngoài thôn</source>
        <translation>Outside the hamlets</translation>
    </message>
    <message>
        <source>Công trình, chỉ tiêu</source>
        <translation>Work, indicator</translation>
    </message>
</context>
<context>
    <name>MobilisePage</name>
    <message>
        <source>Huy động</source>
        <translation>Mobilisation</translation>
    </message>
    <message>
        <source>Đóng góp</source>
        <translation>Gifts</translation>
    </message>
    <message>
        <source>Giải phóng mặt bằng</source>
        <translation>Site clearance</translation>
    </message>
    <message>
        <source>Nguồn lực</source>
        <translation>Resources</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>&amp;Ghi đóng góp</source>
        <translation>&amp;Record a contribution</translation>
    </message>
    <message>
        <source>&amp;Thêm thửa đất</source>
        <translation>Add &amp;plot</translation>
    </message>
    <message>
        <source>Giải phóng mặt bằng theo công trình</source>
        <translation>Site clearance by work</translation>
    </message>
    <message>
        <source>Đã xóa thửa đất khỏi danh sách.</source>
        <translation>The plot was taken from the list.</translation>
    </message>
    <message>
        <source>{} khoản đã rút</source>
        <translation>{} withdrawn</translation>
    </message>
    <message>
        <source>{} khoản đóng góp</source>
        <translation>{} contribution(s)</translation>
    </message>
    <message>
        <source>{} hộ</source>
        <translation>{} household(s)</translation>
    </message>
    <message>
        <source>{} thửa chưa bàn giao</source>
        <translation>{} plot(s) not handed over</translation>
    </message>
    <message>
        <source>{} đồng</source>
        <translation>{} đồng</translation>
    </message>
    <message>
        <source>còn {} đồng bồi thường chưa chi trả</source>
        <translation>{} đồng of compensation not paid yet</translation>
    </message>
    <message>
        <source>đã huy động {} đồng</source>
        <translation>{} đồng mobilised</translation>
    </message>
    <message>
        <source>Đơ&amp;n giá</source>
        <translation>Unit &amp;prices</translation>
    </message>
    <message>
        <source>Exce&amp;l</source>
        <translation>Exce&amp;l</translation>
    </message>
    <message>
        <source>Nhập từ Excel, lưu mẫu, xuất Excel</source>
        <translation>Import from Excel, save template, export to Excel</translation>
    </message>
    <message>
        <source>đóng góp</source>
        <translation>contributions</translation>
    </message>
    <message>
        <source>mặt bằng</source>
        <translation>site clearance</translation>
    </message>
</context>
<context>
    <name>MobilisePanel</name>
    <message>
        <source>Đóng bảng chi tiết</source>
        <translation>Close the details</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (Esc)</source>
        <translation>Close the details (Esc)</translation>
    </message>
</context>
<context>
    <name>MoneyDialog</name>
    <message>
        <source>Nhập vốn</source>
        <translation>Enter money</translation>
    </message>
    <message>
        <source>&amp;Nhập vốn</source>
        <translation>&amp;Enter money</translation>
    </message>
    <message>
        <source>Tổng mức đầu tư được duyệt</source>
        <translation>Approved total investment</translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation>Committed</translation>
    </message>
    <message>
        <source>Bố trí (giao kế hoạch vốn)</source>
        <translation>Allotted (capital plan)</translation>
    </message>
    <message>
        <source>Giải ngân</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>&amp;Khoản</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>Ngu&amp;ồn</source>
        <translation>S&amp;ource</translation>
    </message>
    <message>
        <source>Nă&amp;m ngân sách</source>
        <translation>&amp;Budget year</translation>
    </message>
    <message>
        <source>Chương t&amp;rình lồng ghép</source>
        <translation>Integrated &amp;programme</translation>
    </message>
    <message>
        <source>&amp;Số tiền</source>
        <translation>&amp;Amount</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>N&amp;gày</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Chỉ khi giảm số tiền hoặc điều chỉnh tổng mức.</source>
        <translation>Only where an amount falls or the total is adjusted.</translation>
    </message>
    <message>
        <source>Chưa nhập số tiền bằng đồng, ví dụ 250.000.000.</source>
        <translation>The amount in đồng is missing, for example 250.000.000.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>The day is missing.</translation>
    </message>
    <message>
        <source>Nhập năm ngân sách, ví dụ {}.</source>
        <translation>Enter a budget year, for example {}.</translation>
    </message>
    <message>
        <source>Sửa khoản vốn</source>
        <translation>Correct entry</translation>
    </message>
    <message>
        <source>&amp;Sửa khoản vốn</source>
        <translation>&amp;Correct entry</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa</source>
        <translation>&amp;Reason for the correction</translation>
    </message>
    <message>
        <source>Ghi lý do sửa; số đã nhập vẫn được lưu.</source>
        <translation>Say why it is corrected; what was entered is kept.</translation>
    </message>
    <message>
        <source>Bằng đồng; gõ được 1,25 tỷ hay 850 triệu.</source>
        <translation>In đồng; 1,25 tỷ or 850 triệu may be typed too.</translation>
    </message>
    <message>
        <source>Tổng mức đầu tư {} đồng?</source>
        <translation>A total investment of {} đồng?</translation>
    </message>
    <message>
        <source>Số tiền trong ô tính bằng đồng. Danh sách công trình tính bằng triệu đồng.</source>
        <translation>The field counts in đồng. The list of works counts in millions of đồng.</translation>
    </message>
    <message>
        <source>Ghi {} đồng</source>
        <translation>Save {} đồng</translation>
    </message>
    <message>
        <source>Đã có tổng mức {} đồng; số mới là mức điều chỉnh, phải ghi lý do. Nhập nhầm thì dùng Sửa khoản.</source>
        <translation>There is a total of {} đồng already; a new one adjusts it and needs a reason. To correct a mistake use Correct entry.</translation>
    </message>
    <message>
        <source>Giải ngân vượt vốn đã bố trí?</source>
        <translation>Paid more than was allotted?</translation>
    </message>
    <message>
        <source>{} Nếu quyết định giao vốn chưa nhập thì nhập sau; công trình còn cảnh báo đến khi đủ vốn.</source>
        <translation>{} If the decision that allots the capital is not entered yet, enter it later; the work warns until the capital covers it.</translation>
    </message>
    <message>
        <source>&amp;Vẫn ghi</source>
        <translation>&amp;Record anyway</translation>
    </message>
    <message>
        <source>&amp;Xem lại</source>
        <translation>&amp;Look again</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>&amp;Lưu địa chỉ</source>
        <translation>&amp;Save the address</translation>
    </message>
    <message>
        <source>Máy chủ đổi địa chỉ, tài khoản hoặc mật khẩu thì sửa ở đây, trên từng bàn.</source>
        <translation>Where the server has another address, account or password, change it here, at each desk.</translation>
    </message>
    <message>
        <source>Đang lưu địa chỉ máy chủ</source>
        <translation>Saving the address of the server</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Ai ghi?</source>
        <translation>Who records this?</translation>
    </message>
    <message>
        <source>Cơ quan chưa có người phụ trách. Ghi họ và tên: xã đọc được tên này, và tên được giữ cho những việc sau. Sửa ở Thiết lập, mục Nhân sự.</source>
        <translation>The office has nobody in charge yet. Enter the full name: the commune reads it, and it is kept for what follows. Change it in Settings, Staff.</translation>
    </message>
    <message>
        <source>&amp;Ghi tên</source>
        <translation>&amp;Enter the name</translation>
    </message>
    <message>
        <source>&amp;Bỏ qua</source>
        <translation>&amp;Skip</translation>
    </message>
</context>
<context>
    <name>NarrativesDialog</name>
    <message>
        <source>Soạn lời văn</source>
        <translation>Narratives</translation>
    </message>
    <message>
        <source>Phần</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Lời văn</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Phần lời văn</source>
        <translation>Text of the part</translation>
    </message>
    <message>
        <source>Dùng &amp;lại văn mẫu</source>
        <translation>&amp;Back to the draft text</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Phần này để trống nên không in. Có nội dung thì viết vào ô dưới đây.</source>
        <translation>This part is empty and not printed. If there is something to say, write it below.</translation>
    </message>
    <message>
        <source>Văn mẫu lập từ số liệu. Sửa trực tiếp vào ô dưới đây; rời ô là đã lưu.</source>
        <translation>Draft text made from the figures. Change it below; leaving the box saves it.</translation>
    </message>
    <message>
        <source>Lời văn của xã. Số liệu đổi thì phần này không tự đổi theo.</source>
        <translation>The commune&apos;s own text. It does not change with the figures.</translation>
    </message>
    <message>
        <source>Còn trống</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Không in</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Văn mẫu</source>
        <translation>Draft text</translation>
    </message>
    <message>
        <source>Của xã</source>
        <translation>Own text</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>In ra với số liệu hiện nay:</source>
        <translation>Printed with today&apos;s figures:</translation>
    </message>
    <message>
        <source>Lời văn in ra</source>
        <translation>Printed text</translation>
    </message>
    <message>
        <source>&amp;Chèn số liệu</source>
        <translation>&amp;Insert data</translation>
    </message>
    <message>
        <source>Các bản &amp;trước</source>
        <translation>&amp;Earlier versions</translation>
    </message>
    <message>
        <source>Cả văn mẫu của phần này</source>
        <translation>The whole template of this part</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>{}. Chưa in trong hồ sơ: {}.</source>
        <translation>{}. Not printed in the dossier: {}.</translation>
    </message>
    <message>
        <source>Văn mẫu của xã. Số liệu trong {{ }} tự lấy lại mỗi lần in.</source>
        <translation>The commune&apos;s template. What stands in {{ }} is taken anew at each print.</translation>
    </message>
    <message>
        <source>Theo lời văn năm {}. Sửa lại cho hồ sơ này, hoặc giữ nguyên.</source>
        <translation>The words of {}. Change them for this dossier, or keep them.</translation>
    </message>
    <message>
        <source>Còn thiếu: {}. Nhập số liệu thì chỗ trống tự điền.</source>
        <translation>Still lacking: {}. When the figures are entered the gaps fill themselves.</translation>
    </message>
    <message>
        <source>Còn thiếu: {}. Hồ sơ chính thức chưa in được khi còn chỗ trống.</source>
        <translation>Still missing: {}. The official dossier cannot be printed while gaps remain.</translation>
    </message>
    <message>
        <source>Còn chỗ “…” hoặc dãy dấu chấm chưa điền. Hồ sơ chính thức chưa in được khi còn chỗ trống.</source>
        <translation>There are gaps “…” or rows of dots to fill. No final dossier is printed while there are gaps.</translation>
    </message>
    <message>
        <source>Chưa lưu</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Còn trống {}</source>
        <translation>{} gaps</translation>
    </message>
    <message>
        <source>Lời năm cũ {}</source>
        <translation>{} of last year</translation>
    </message>
    <message>
        <source>Thiếu số liệu</source>
        <translation>Figures lacking</translation>
    </message>
    <message>
        <source>Năm {}</source>
        <translation>Of {}</translation>
    </message>
    <message>
        <source>Văn mẫu của xã</source>
        <translation>Own template</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Thêm gh&amp;i chú</source>
        <translation>A&amp;dd a note</translation>
    </message>
    <message>
        <source>&amp;Ghi chú (in trong báo cáo và biểu chi tiết)</source>
        <translation>&amp;Note (printed in the report and the detailed table)</translation>
    </message>
    <message>
        <source>Dùng &amp;lại ghi chú cũ</source>
        <translation>Use the o&amp;ld note again</translation>
    </message>
    <message>
        <source>Ghi chú của số ngày {}: “{}”</source>
        <translation>Note of the figure of {}: “{}”</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Cần lưu ý</source>
        <translation>Warnings</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Cộng theo thôn</source>
        <translation>Sum over hamlets</translation>
    </message>
    <message>
        <source>Cộng theo thôn (F4)</source>
        <translation>Sum over hamlets (F4)</translation>
    </message>
    <message>
        <source>95,5; 45/50</source>
        <translation>95,5; 45/50</translation>
    </message>
    <message>
        <source>Số này cộng từ các thôn, không gõ đè được. Nhấn F4 để sửa số của thôn; xóa hết số trong bảng đó để nhập một số chung.</source>
        <translation>This is the sum of the hamlets and cannot be typed over. Press F4 to change their figures; empty that table to enter one figure.</translation>
    </message>
    <message>
        <source>Điền tổng số {} {} sau dấu gạch chéo (phím ↓)</source>
        <translation>Fill in the total of {} {} after the slash (↓ key)</translation>
    </message>
    <message>
        <source>Cộng {} thôn: {}</source>
        <translation>Sum of {} hamlets: {}</translation>
    </message>
    <message>
        <source>Cộng {} thôn</source>
        <translation>Sum of {} hamlets</translation>
    </message>
    <message>
        <source>Phím ↓: điền /{} {}</source>
        <translation>Key ↓: fill in /{} {}</translation>
    </message>
</context>
<context>
    <name>ObstacleDetails</name>
    <message>
        <source>Đề xuất, kiến nghị</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>&amp;Ghi diễn biến</source>
        <translation>&amp;Record event</translation>
    </message>
    <message>
        <source>&amp;Xóa vướng mắc</source>
        <translation>Remove obs&amp;tacle</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Từ {}, đến nay {} ngày</source>
        <translation>Since {}, {} days so far</translation>
    </message>
    <message>
        <source>Từ {}, kéo dài {} ngày</source>
        <translation>Since {}, lasted {} days</translation>
    </message>
    <message>
        <source>Cấp giải quyết: {}</source>
        <translation>Decided by: {}</translation>
    </message>
    <message>
        <source>Hạn trả lời: {}</source>
        <translation>Answer due: {}</translation>
    </message>
    <message>
        <source>Theo dõi: {}</source>
        <translation>Followed by: {}</translation>
    </message>
    <message>
        <source>chưa giao</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>Lý do sửa: {}</source>
        <translation>Reason for correcting: {}</translation>
    </message>
    <message>
        <source>Chưa gửi cấp giải quyết.</source>
        <translation>Not sent to the level that decides.</translation>
    </message>
    <message>
        <source>Chưa có diễn biến.</source>
        <translation>No events yet.</translation>
    </message>
    <message>
        <source>Số {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>hạn trả lời {}</source>
        <translation>answer due {}</translation>
    </message>
    <message>
        <source>Đóng &amp;vướng mắc</source>
        <translation>&amp;Close obstacle</translation>
    </message>
    <message>
        <source>{} Vướng mắc này đã được giải quyết?</source>
        <translation>{} Is this obstacle solved?</translation>
    </message>
</context>
<context>
    <name>ObstacleDialog</name>
    <message>
        <source>Sửa vướng mắc</source>
        <translation>Edit obstacle</translation>
    </message>
    <message>
        <source>Thêm vướng mắc</source>
        <translation>Add obstacle</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm vướng mắc</source>
        <translation>A&amp;dd obstacle</translation>
    </message>
    <message>
        <source>Không riêng công trình nào</source>
        <translation>No single work</translation>
    </message>
    <message>
        <source>Không riêng tiêu chí nào</source>
        <translation>No single criterion</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>&amp;Nội dung vướng mắc</source>
        <translation>What the &amp;obstacle is</translation>
    </message>
    <message>
        <source>&amp;Phát sinh ngày</source>
        <translation>A&amp;rose on</translation>
    </message>
    <message>
        <source>Người th&amp;eo dõi</source>
        <translation>&amp;Followed by</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>&amp;Work</translation>
    </message>
    <message>
        <source>Tiêu &amp;chí</source>
        <translation>&amp;Criterion</translation>
    </message>
    <message>
        <source>Cấp giải q&amp;uyết</source>
        <translation>Le&amp;vel that decides</translation>
    </message>
    <message>
        <source>Cơ qu&amp;an giải quyết</source>
        <translation>&amp;Authority</translation>
    </message>
    <message>
        <source>UBND tỉnh Quảng Bình</source>
        <translation>UBND tỉnh Quảng Bình</translation>
    </message>
    <message>
        <source>Đề &amp;xuất, kiến nghị</source>
        <translation>&amp;Proposal</translation>
    </message>
    <message>
        <source>Chưa nhập nội dung vướng mắc.</source>
        <translation>What the obstacle is, is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày phát sinh.</source>
        <translation>The day it arose is missing.</translation>
    </message>
</context>
<context>
    <name>ObstacleList</name>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>Không có vướng mắc nào thuộc nhóm này.</source>
        <translation>No obstacle is of this kind.</translation>
    </message>
    <message>
        <source>Chưa ghi vướng mắc nào. Ghi việc đang cản trở công trình hoặc tiêu chí và cấp phải giải quyết.</source>
        <translation>No obstacle recorded yet. Record what holds a work or a criterion back and the level that must decide.</translation>
    </message>
    <message>
        <source>&amp;Thêm vướng mắc</source>
        <translation>A&amp;dd obstacle</translation>
    </message>
    <message>
        <source>Mọi cấp</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>Mọi công trình</source>
        <translation>All works</translation>
    </message>
    <message>
        <source>Cấ&amp;p</source>
        <translation>&amp;Level</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>&amp;Work</translation>
    </message>
</context>
<context>
    <name>Obstacles</name>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>Công trình, tiêu chí</source>
        <translation>Work, criterion</translation>
    </message>
    <message>
        <source>Cấp giải quyết</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Số ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Số ngày từ khi phát sinh đến nay, hoặc đến khi giải quyết</source>
        <translation>Days since it arose, or until it was resolved</translation>
    </message>
    <message>
        <source>Hạn trả lời</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>Hạn trả lời của cấp giải quyết</source>
        <translation>Day by which the level that decides should answer</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Quá hạn {} ngày</source>
        <translation>Overdue by {} days</translation>
    </message>
</context>
<context>
    <name>ObstaclesCard</name>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>Mở trang Vướng mắc (Ctrl+5)</source>
        <translation>Open page Obstacles (Ctrl+5)</translation>
    </message>
    <message>
        <source>Chờ huyện</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Chờ tỉnh</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Chờ trung ương</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>{} đang mở, lâu nhất {} ngày</source>
        <translation>{} open, oldest {} days</translation>
    </message>
    <message>
        <source>Mở danh sách</source>
        <translation>Open list</translation>
    </message>
    <message>
        <source>Không có vướng mắc đang mở. Việc nào phải chờ cấp trên thì thêm ở trang Vướng mắc.</source>
        <translation>No open obstacle. What waits for a higher level is added on page Obstacles.</translation>
    </message>
    <message>
        <source>{} ngày</source>
        <translation>{} days</translation>
    </message>
    <message>
        <source>{} đang mở</source>
        <translation>{} open</translation>
    </message>
</context>
<context>
    <name>ObstaclesPage</name>
    <message>
        <source>Vướng mắc</source>
        <translation>Obstacles</translation>
    </message>
    <message>
        <source>&amp;Thêm vướng mắc</source>
        <translation>A&amp;dd obstacle</translation>
    </message>
    <message>
        <source>Đã xóa vướng mắc khỏi danh sách.</source>
        <translation>The obstacle was removed.</translation>
    </message>
    <message>
        <source>các nơi cam kết {}</source>
        <translation>committed in writing {}</translation>
    </message>
    <message>
        <source>thiếu so với cam kết {} triệu đồng</source>
        <translation>short of it by {} million đồng</translation>
    </message>
    <message>
        <source>lâu nhất {} ngày</source>
        <translation>the oldest {} days</translation>
    </message>
    <message>
        <source>Cam kết vốn</source>
        <translation>Capital promised</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>&amp;Thêm cam kết</source>
        <translation>A&amp;dd commitment</translation>
    </message>
    <message>
        <source>Đã xóa cam kết vốn khỏi danh sách.</source>
        <translation>The commitment was removed.</translation>
    </message>
    <message>
        <source>đã bố trí {}</source>
        <translation>allotted {}</translation>
    </message>
    <message>
        <source>{} vướng mắc đang mở</source>
        <translation>{} open obstacles</translation>
    </message>
    <message>
        <source>{} quá hạn trả lời</source>
        <translation>{} with an overdue answer</translation>
    </message>
    <message>
        <source>{} có thể đóng</source>
        <translation>{} may be closed</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Không mở được thư mục “{}”. Mở trình quản lý tệp của máy rồi tìm đến thư mục này.</source>
        <translation>The folder “{}” could not be opened. Open the file manager of this PC and go to this folder.</translation>
    </message>
    <message>
        <source>Không mở được tệp “{}”. Máy này chưa có chương trình mở loại tệp này. Cài chương trình đó rồi mở lại, hoặc xem tệp trên máy khác; tệp đã lưu vẫn nguyên vẹn.</source>
        <translation>The file “{}” could not be opened. This PC has no program for files of this kind. Install one and open it again, or view the file on another PC; the stored file is intact.</translation>
    </message>
    <message>
        <source>Đang mở tệp</source>
        <translation>Opening the file</translation>
    </message>
</context>
<context>
    <name>OpinionDialog</name>
    <message>
        <source>Sửa, trả lời ý kiến</source>
        <translation>Change or answer an opinion</translation>
    </message>
    <message>
        <source>Thêm ý kiến</source>
        <translation>Add an opinion</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm ý kiến</source>
        <translation>&amp;Add opinion</translation>
    </message>
    <message>
        <source>Không riêng thôn nào</source>
        <translation>No hamlet in particular</translation>
    </message>
    <message>
        <source>Chưa trả lời, hoặc không có đề xuất</source>
        <translation>Not answered, or nothing proposed</translation>
    </message>
    <message>
        <source>&amp;Hình thức</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Tê&amp;n người, tổ chức</source>
        <translation>&amp;Name of person or body</translation>
    </message>
    <message>
        <source>Người gó&amp;p ý</source>
        <translation>Who sa&amp;ys it</translation>
    </message>
    <message>
        <source>Th&amp;uộc thôn</source>
        <translation>&amp;Hamlet</translation>
    </message>
    <message>
        <source>Ngà&amp;y</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>N&amp;umber of the letter</translation>
    </message>
    <message>
        <source>Nội &amp;dung ý kiến</source>
        <translation>&amp;What was said</translation>
    </message>
    <message>
        <source>Đề &amp;xuất, kiến nghị</source>
        <translation>&amp;Proposal</translation>
    </message>
    <message>
        <source>UBND xã t&amp;rả lời</source>
        <translation>&amp;Reply of the commune</translation>
    </message>
    <message>
        <source>Nội dung tiếp thu, giả&amp;i trình</source>
        <translation>How it was &amp;taken up or explained</translation>
    </message>
    <message>
        <source>Chưa nhập ngày của ý kiến.</source>
        <translation>The day of the opinion is missing.</translation>
    </message>
</context>
<context>
    <name>OpinionsTab</name>
    <message>
        <source>Ý kiến tham gia</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>&amp;Thêm ý kiến</source>
        <translation>&amp;Add opinion</translation>
    </message>
    <message>
        <source>&amp;Sửa, trả lời</source>
        <translation>&amp;Change, answer</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Không có góp ý thì ghi “thống nhất”.</source>
        <translation>Where nothing is suggested, enter “agreed”.</translation>
    </message>
    <message>
        <source>Chưa ghi ý kiến nào. Ghi ý kiến bằng văn bản của Mặt trận, từng tổ chức chính trị - xã hội và ý kiến của Nhân dân.</source>
        <translation>No opinion yet. Enter the written opinions of the Front and of each organisation, and those of the residents.</translation>
    </message>
    <message>
        <source>{} ý kiến</source>
        <translation>{} opinions</translation>
    </message>
    <message>
        <source>{} đề xuất chưa trả lời</source>
        <translation>{} proposals without reply</translation>
    </message>
    <message>
        <source>Văn bản số {}</source>
        <translation>Letter no {}</translation>
    </message>
    <message>
        <source>Đề xuất: {}</source>
        <translation>Proposal: {}</translation>
    </message>
    <message>
        <source>Trả lời: {}</source>
        <translation>Reply: {}</translation>
    </message>
    <message>
        <source>Đã xóa ý kiến.</source>
        <translation>The opinion was removed.</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>{}, chưa chọn; phím cách để chọn</source>
        <translation>{}, not chosen; Space chooses it</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Lưu hồ sơ kèm minh chứng</source>
        <translation>Save the dossier with evidence</translation>
    </message>
    <message>
        <source>{} kèm minh chứng</source>
        <translation>{} with evidence</translation>
    </message>
    <message>
        <source>Lưu Word</source>
        <translation>Save Word</translation>
    </message>
    <message>
        <source>Tệp Word (*.docx)</source>
        <translation>Word files (*.docx)</translation>
    </message>
    <message>
        <source>Chọn nơi lưu các tệp Word</source>
        <translation>Choose where to save the Word files</translation>
    </message>
    <message>
        <source>Đang in</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Đang lưu PDF</source>
        <translation>Saving PDF</translation>
    </message>
    <message>
        <source>Đang gộp hồ sơ và minh chứng</source>
        <translation>Binding dossier and evidence</translation>
    </message>
    <message>
        <source>Đang lưu Word</source>
        <translation>Saving Word</translation>
    </message>
    <message>
        <source>Đã gửi {} trang tới máy in.</source>
        <translation>{} page(s) sent to the printer.</translation>
    </message>
    <message>
        <source>Đã lưu {} tập, từ “{}”.</source>
        <translation>Saved {} volumes, from “{}”.</translation>
    </message>
    <message>
        <source>Đã lưu “{}”.</source>
        <translation>“{}” saved.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Không tạo được thư mục “{}” trong {}: {}. Chọn nơi khác.</source>
        <translation>The folder “{}” could not be made in {}: {}. Choose another place.</translation>
    </message>
    <message>
        <source>In bản chính thức khi {} chỉ tiêu đạt chưa có minh chứng?</source>
        <translation>Make the final print while {} met indicators have no evidence?</translation>
    </message>
    <message>
        <source>Đoàn thẩm tra sẽ hỏi minh chứng của chỉ tiêu {}. Bản chính thức được ghi vào sổ bản in.</source>
        <translation>The appraisers will ask for the evidence of indicators {}. A final print enters the register of prints.</translation>
    </message>
    <message>
        <source>&amp;Vẫn in bản chính thức</source>
        <translation>&amp;Make the final print anyway</translation>
    </message>
    <message>
        <source>&amp;Để thêm minh chứng</source>
        <translation>&amp;Add evidence first</translation>
    </message>
    <message>
        <source>Đã ký “{}”, chữ ký ở trang {}.</source>
        <translation>Signed “{}”, the signature is on page {}.</translation>
    </message>
    <message>
        <source>Hồ sơ đã vào sổ bản in nhưng chưa có tên. {} Mở Sổ bản in để lưu lại bản đó.</source>
        <translation>The dossier is in the register but has no name yet. {} Open the register to save that print again.</translation>
    </message>
    <message>
        <source>Đang lập văn bản</source>
        <translation>Making the paper</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Việc cần làm tiếp</source>
        <translation>To do next</translation>
    </message>
    <message>
        <source>Đang đọc số liệu…</source>
        <translation>Reading the data…</translation>
    </message>
    <message>
        <source>Số liệu đến {}</source>
        <translation>Figures as of {}</translation>
    </message>
    <message>
        <source>Số liệu đến {} · đang đọc lại</source>
        <translation>Figures as of {} · reading again</translation>
    </message>
    <message>
        <source>Xem danh sách</source>
        <translation>See the list</translation>
    </message>
    <message>
        <source>Không còn việc nào. Có thể in hồ sơ.</source>
        <translation>Nothing left to do. The dossier can be printed.</translation>
    </message>
    <message>
        <source>Chỉ &amp;xem 05 việc</source>
        <translation>&amp;Show only 5</translation>
    </message>
    <message>
        <source>&amp;Xem tất cả {} việc</source>
        <translation>Show &amp;all {}</translation>
    </message>
    <message>
        <source>{} chưa đạt</source>
        <translation>{} not met</translation>
    </message>
    <message>
        <source>{} chưa xét xong</source>
        <translation>{} not judged yet</translation>
    </message>
    <message>
        <source>{} đạt</source>
        <translation>{} met</translation>
    </message>
    <message>
        <source>{} việc</source>
        <translation>{} to do</translation>
    </message>
    <message>
        <source>{} việc gần hạn nhất</source>
        <translation>the {} nearest to their dates</translation>
    </message>
    <message>
        <source>{} tụt chuẩn</source>
        <translation>{} regressed</translation>
    </message>
    <message>
        <source>{} không áp dụng</source>
        <translation>{} not applicable</translation>
    </message>
    <message>
        <source>Tụt chuẩn: {}.</source>
        <translation>Regressed: {}.</translation>
    </message>
</context>
<context>
    <name>PageStrip</name>
    <message>
        <source>Danh sách trang</source>
        <translation>List of pages</translation>
    </message>
</context>
<context>
    <name>PaperFactsDialog</name>
    <message>
        <source>Số, ngày, người ký</source>
        <translation>Number, date, signer</translation>
    </message>
    <message>
        <source>Để trống số và ngày thì bản in chừa chỗ cho văn thư ghi tay. Điền sau khi in không làm đổi mã hồ sơ.</source>
        <translation>Without number and date the print leaves room for the registry to write. Filling in later does not change the dossier&apos;s code.</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf);;Mọi tệp (*)</source>
        <translation>PDF files (*.pdf);;All files (*)</translation>
    </message>
    <message>
        <source>Chọn bản đã ký</source>
        <translation>Choose the signed paper</translation>
    </message>
    <message>
        <source>Đang nhận tệp</source>
        <translation>Taking in the file</translation>
    </message>
    <message>
        <source>Đã đính kèm; nên mở xem lại tệp.</source>
        <translation>Attached; better open the file and look at it.</translation>
    </message>
</context>
<context>
    <name>PaperFile</name>
    <message>
        <source>Đính kèm…</source>
        <translation>Attach…</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Gỡ</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>Bản đã ký</source>
        <translation>Signed paper</translation>
    </message>
    <message>
        <source>chưa có tệp</source>
        <translation>no file yet</translation>
    </message>
    <message>
        <source>Đính kèm bản đã ký của {}</source>
        <translation>Attach the signed paper of {}</translation>
    </message>
    <message>
        <source>Mở bản đã ký của {}</source>
        <translation>Open the signed paper of {}</translation>
    </message>
    <message>
        <source>Gỡ bản đã ký của {}</source>
        <translation>Take off the signed paper of {}</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>Văn bản trong hồ sơ</source>
        <translation>Papers of the dossier</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>&amp;Soạn lời văn</source>
        <translation>&amp;Narratives</translation>
    </message>
    <message>
        <source>Số, &amp;ngày, người ký</source>
        <translation>Number, &amp;date, signer</translation>
    </message>
    <message>
        <source>Nơi n&amp;hận</source>
        <translation>Address&amp;ees</translation>
    </message>
    <message>
        <source>{} trang</source>
        <translation>{} page(s)</translation>
    </message>
    <message>
        <source>Toàn bộ hồ sơ</source>
        <translation>Whole dossier</translation>
    </message>
    <message>
        <source>Số {}</source>
        <translation>No. {}</translation>
    </message>
    <message>
        <source>Bản nháp</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Chưa có số</source>
        <translation>No number</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>Dòng {}: không có chỉ tiêu cho “{}”.</source>
        <translation>Row {}: no indicator for “{}”.</translation>
    </message>
    <message>
        <source>Chưa dán số liệu nào. Sửa các dòng sau rồi dán lại.</source>
        <translation>Nothing was pasted. Correct these rows and paste again.</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Bản in xem trước</source>
        <translation>Print preview</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Ai phụ trách và ai ký văn bản?</source>
        <translation>Who is in charge and who signs?</translation>
    </message>
    <message>
        <source>Lịch sử ghi tên người phụ trách, tờ trình ghi tên người ký. Thêm người trong Thiết lập.</source>
        <translation>The history names who is in charge, the submission who signs. Add more people in Setup.</translation>
    </message>
    <message>
        <source>Người phụ t&amp;rách</source>
        <translation>&amp;In charge</translation>
    </message>
    <message>
        <source>Cao Thị Hòa</source>
        <translation>Cao Thị Hòa</translation>
    </message>
    <message>
        <source>&amp;Chức vụ</source>
        <translation>Po&amp;st</translation>
    </message>
    <message>
        <source>Văn phòng – Thống kê</source>
        <translation>Office – Statistics</translation>
    </message>
    <message>
        <source>Người &amp;ký</source>
        <translation>Si&amp;gner</translation>
    </message>
    <message>
        <source>Để trống nếu chưa biết.</source>
        <translation>Leave empty if unknown.</translation>
    </message>
    <message>
        <source>Chức &amp;vụ người ký</source>
        <translation>Post of &amp;the signer</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Ai đang &amp;làm việc trên máy này</source>
        <translation>&amp;Who works at this PC now</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Bộ phận</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Ký văn bản</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Nhân sự</source>
        <translation>People</translation>
    </message>
    <message>
        <source>&amp;Thêm người</source>
        <translation>&amp;Add person</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xóa người</source>
        <translation>&amp;Delete person</translation>
    </message>
    <message>
        <source>Lịch sử ghi tên người này cho mọi việc làm từ nay.</source>
        <translation>From now on the history names this person.</translation>
    </message>
    <message>
        <source>{} (phụ trách chung)</source>
        <translation>{} (lead)</translation>
    </message>
    <message>
        <source>Người phụ trách chung</source>
        <translation>The lead of the commune</translation>
    </message>
    <message>
        <source>Đã xóa người khỏi danh sách.</source>
        <translation>Person deleted from the list.</translation>
    </message>
    <message>
        <source>Ký</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Sửa thông tin cán bộ</source>
        <translation>Edit person</translation>
    </message>
    <message>
        <source>Thêm người</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm người</source>
        <translation>&amp;Add person</translation>
    </message>
    <message>
        <source>Họ và tê&amp;n</source>
        <translation>&amp;Full name</translation>
    </message>
    <message>
        <source>&amp;Chức vụ</source>
        <translation>&amp;Post</translation>
    </message>
    <message>
        <source>Công chức Địa chính – Xây dựng</source>
        <translation>Công chức Địa chính – Xây dựng</translation>
    </message>
    <message>
        <source>&amp;Bộ phận, đơn vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>Không ký</source>
        <translation>Does not sign</translation>
    </message>
    <message>
        <source>Ký văn bản của hồ sơ</source>
        <translation>Signs papers of the dossier</translation>
    </message>
    <message>
        <source>&amp;Vai trò</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>&amp;Ký văn bản</source>
        <translation>S&amp;igns</translation>
    </message>
    <message>
        <source>G&amp;iữ chức vụ từ ngày</source>
        <translation>In this post fro&amp;m</translation>
    </message>
    <message>
        <source>Để trống khi còn giữ chức vụ.</source>
        <translation>Leave empty while still in post.</translation>
    </message>
    <message>
        <source>Đến ngà&amp;y</source>
        <translation>Un&amp;til</translation>
    </message>
    <message>
        <source>Chưa nhập họ và tên.</source>
        <translation>Enter the full name.</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Ghi nhận khóa</source>
        <translation>Pin key</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận khóa này</source>
        <translation>&amp;Pin this key</translation>
    </message>
    <message>
        <source>Mã đơn vị {} · {}</source>
        <translation>Unit code {} · {}</translation>
    </message>
    <message>
        <source>Gõ mã trên phiếu khóa bằng giấy có chữ ký và dấu của nơi này, hoặc nghe đọc qua số điện thoại đã biết từ trước. Không chép mã từ tin nhắn gửi kèm tệp: ai đổi được tệp thì đổi được cả tin nhắn.</source>
        <translation>Type the code from the paper key sheet that bears the signature and seal of this unit, or have it read out over a telephone number known from before. Do not copy it from a message sent with the file: whoever can replace the file can replace the message too.</translation>
    </message>
    <message>
        <source>&amp;Mã trên phiếu giấy (25 ký tự)</source>
        <translation>&amp;Code on the paper sheet (25 characters)</translation>
    </message>
    <message>
        <source>Chữ hoa, chữ thường và dấu gạch đều được.</source>
        <translation>Capitals, small letters and dashes are all accepted.</translation>
    </message>
    <message>
        <source>Mã không khớp: tệp này không phải của nơi đã ký phiếu, hoặc gõ nhầm. So lại từng nhóm 5 ký tự; vẫn không khớp thì đừng ghi nhận, gọi hỏi nơi gửi.</source>
        <translation>The code does not match: this file is not from the unit that signed the sheet, or there is a typing error. Compare each group of 5 characters again; if it still does not match, do not pin the key, ring the sender.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Kế hoạch khối lượng</source>
        <translation>Plan of progress</translation>
    </message>
    <message>
        <source>&amp;Chốt kế hoạch</source>
        <translation>&amp;Freeze plan</translation>
    </message>
    <message>
        <source>&amp;Bắt đầu (0%)</source>
        <translation>&amp;Begins (0%)</translation>
    </message>
    <message>
        <source>&amp;Hoàn thành (100%)</source>
        <translation>&amp;Ends (100%)</translation>
    </message>
    <message>
        <source>{}, kế hoạch {}</source>
        <translation>{}, planned {}</translation>
    </message>
    <message>
        <source>Chưa giai đoạn nào có ngày kế hoạch sau ngày bắt đầu. Nhập ngày ở Giai đoạn trước.</source>
        <translation>No stage has a planned date after the start. Enter dates in Stages first.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày bắt đầu.</source>
        <translation>The first day is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày hoàn thành.</source>
        <translation>The last day is missing.</translation>
    </message>
    <message>
        <source>Số ngày chậm được tính so với kế hoạch này, từ 0% đến 100%.</source>
        <translation>The days of delay are counted against this plan, from 0% to 100%.</translation>
    </message>
    <message>
        <source>Kế hoạch đang dùng chốt ngày {}.</source>
        <translation>The plan in force was decided on {}.</translation>
    </message>
    <message>
        <source>Tăng đều</source>
        <translation>Even</translation>
    </message>
    <message>
        <source>Theo tháng, khối lượng lũy kế</source>
        <translation>By month, progress so far</translation>
    </message>
    <message>
        <source>Theo giai đoạn, tỷ trọng</source>
        <translation>By stage, weights</translation>
    </message>
    <message>
        <source>Cách &amp;lập</source>
        <translation>&amp;Way</translation>
    </message>
    <message>
        <source>&amp;Ngày chốt</source>
        <translation>&amp;Decided on</translation>
    </message>
    <message>
        <source>Lý &amp;do đổi kế hoạch</source>
        <translation>Why the plan &amp;changes</translation>
    </message>
    <message>
        <source>Ngày đã đổi. Kiểm tra lại khối lượng của từng dòng rồi chốt kế hoạch.</source>
        <translation>The dates have changed. Check the progress of each line, then fix the plan.</translation>
    </message>
    <message>
        <source>Chưa nhập khối lượng lũy kế, ví dụ 46.</source>
        <translation>Enter the progress so far, for example 46.</translation>
    </message>
    <message>
        <source>Kế hoạch dài quá 60 tháng. Chọn cách lập “Tăng đều”, hoặc sửa lại ngày.</source>
        <translation>The plan is longer than 60 months. Choose the way “Even”, or mend the dates.</translation>
    </message>
    <message>
        <source>Đến {}</source>
        <translation>By {}</translation>
    </message>
    <message>
        <source>Chưa nhập ngày chốt kế hoạch.</source>
        <translation>Enter the day of the decision.</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Thêm ghi &amp;chép tiến độ</source>
        <translation>&amp;Add a progress note</translation>
    </message>
    <message>
        <source>Kết thúc kế h&amp;oạch</source>
        <translation>&amp;Close the plan</translation>
    </message>
    <message>
        <source>Ngày &amp;lập kế hoạch</source>
        <translation>Plan &amp;made on</translation>
    </message>
    <message>
        <source>Ng&amp;uyên nhân chưa đạt</source>
        <translation>&amp;Why it is not met</translation>
    </message>
    <message>
        <source>&amp;Giải pháp</source>
        <translation>&amp;Solution</translation>
    </message>
    <message>
        <source>&amp;Kinh phí</source>
        <translation>&amp;Money</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>&amp;Hoàn thành trước ngày</source>
        <translation>&amp;To be done before</translation>
    </message>
    <message>
        <source>Người thực h&amp;iện</source>
        <translation>&amp;Done by</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>đã họp thôn Đông, còn 03 hộ chưa ký</source>
        <translation>met the hamlet Đông, 03 households have not signed</translation>
    </message>
</context>
<context>
    <name>PlotDetails</name>
    <message>
        <source>&amp;Ghi diễn biến</source>
        <translation>&amp;Record event</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xóa thửa đất</source>
        <translation>&amp;Delete plot</translation>
    </message>
    <message>
        <source>&amp;Mở công trình</source>
        <translation>&amp;Open the work</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>{} m²</source>
        <translation>{} m²</translation>
    </message>
    <message>
        <source>Hình thức: {}</source>
        <translation>Form: {}</translation>
    </message>
    <message>
        <source>Tài sản trên đất: {}</source>
        <translation>On the land: {}</translation>
    </message>
    <message>
        <source>Bồi thường: duyệt {}, đã chi trả {} đồng</source>
        <translation>Compensation: approved {}, paid {} đồng</translation>
    </message>
    <message>
        <source>chưa duyệt bồi thường</source>
        <translation>compensation not approved yet</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Lý do sửa: {}</source>
        <translation>Reason of the correction: {}</translation>
    </message>
    <message>
        <source>Chưa vận động hộ này.</source>
        <translation>This household was not asked yet.</translation>
    </message>
    <message>
        <source>{} đồng</source>
        <translation>{} đồng</translation>
    </message>
    <message>
        <source>Sửa tên &amp;hộ</source>
        <translation>Rename the &amp;household</translation>
    </message>
</context>
<context>
    <name>PlotDialog</name>
    <message>
        <source>Sửa thửa đất</source>
        <translation>Edit plot</translation>
    </message>
    <message>
        <source>Thêm thửa đất</source>
        <translation>Add plot</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm thửa đất</source>
        <translation>Add &amp;plot</translation>
    </message>
    <message>
        <source>Công t&amp;rình</source>
        <translation>&amp;Work</translation>
    </message>
    <message>
        <source>Tên chủ &amp;hộ</source>
        <translation>H&amp;ead of household</translation>
    </message>
    <message>
        <source>&amp;Số thửa</source>
        <translation>Plot &amp;number</translation>
    </message>
    <message>
        <source>Tờ &amp;bản đồ</source>
        <translation>&amp;Map sheet</translation>
    </message>
    <message>
        <source>&amp;Diện tích</source>
        <translation>&amp;Area</translation>
    </message>
    <message>
        <source>m²</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>&amp;Loại đất</source>
        <translation>&amp;Kind of land</translation>
    </message>
    <message>
        <source>Chưa chọn công trình cần mặt bằng.</source>
        <translation>Choose the work that needs the land.</translation>
    </message>
    <message>
        <source>Chưa nhập tên chủ hộ.</source>
        <translation>The head of the household is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập số thửa đất.</source>
        <translation>The plot number is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập diện tích, ví dụ 85.</source>
        <translation>The area is missing, e.g. 85.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày lập danh sách.</source>
        <translation>The day of the list is missing.</translation>
    </message>
    <message>
        <source>Thô&amp;n</source>
        <translation>&amp;Hamlet</translation>
    </message>
    <message>
        <source>Hình thứ&amp;c</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Ngà&amp;y lập danh sách</source>
        <translation>Listed &amp;on</translation>
    </message>
    <message>
        <source>Tà&amp;i sản trên đất</source>
        <translation>On the lan&amp;d</translation>
    </message>
    <message>
        <source>Ghi chú &amp;khác</source>
        <translation>O&amp;ther notes</translation>
    </message>
</context>
<context>
    <name>PlotEventDialog</name>
    <message>
        <source>Sửa diễn biến</source>
        <translation>Correct event</translation>
    </message>
    <message>
        <source>Ghi diễn biến</source>
        <translation>Record event</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Ghi diễn biến</source>
        <translation>&amp;Record event</translation>
    </message>
    <message>
        <source>&amp;Diễn biến</source>
        <translation>&amp;Event</translation>
    </message>
    <message>
        <source>&amp;Ngày</source>
        <translation>D&amp;ay</translation>
    </message>
    <message>
        <source>Số &amp;tiền</source>
        <translation>A&amp;mount</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>&amp;Số văn bản, biên bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>Nội d&amp;ung</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Lý do sửa</source>
        <translation>&amp;Reason of the correction</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>The day is missing.</translation>
    </message>
</context>
<context>
    <name>PlotList</name>
    <message>
        <source>Chưa bàn giao</source>
        <translation>Not handed over</translation>
    </message>
    <message>
        <source>Giải phóng mặt bằng</source>
        <translation>Site clearance</translation>
    </message>
    <message>
        <source>Chưa có thửa đất nào phải giải phóng. Ghi từng thửa mà công trình cần, hoặc nhập từ Excel.</source>
        <translation>There is no plot to clear yet. Record each plot that a work needs, or import from Excel.</translation>
    </message>
    <message>
        <source>Không có thửa đất nào thuộc nhóm này.</source>
        <translation>No plot belongs to this group.</translation>
    </message>
    <message>
        <source>&amp;Thêm thửa đất</source>
        <translation>Add &amp;plot</translation>
    </message>
    <message>
        <source>Công trình, hộ</source>
        <translation>Work, household</translation>
    </message>
</context>
<context>
    <name>PostingTab</name>
    <message>
        <source>Nơi niêm yết</source>
        <translation>Place of posting</translation>
    </message>
    <message>
        <source>&amp;Thêm nơi niêm yết</source>
        <translation>&amp;Add place</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Change</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Niêm yết báo cáo kết quả</source>
        <translation>Posting of the report</translation>
    </message>
    <message>
        <source>Chưa ghi nơi niêm yết nào. Niêm yết báo cáo tại trụ sở UBND xã và nhà văn hóa các thôn rồi ghi nơi, từ ngày, đến ngày.</source>
        <translation>No place of posting yet. Post the report at the office of the commune and in the houses of culture of the hamlets, then enter place, first and last day.</translation>
    </message>
    <message>
        <source>Các lần phát thanh</source>
        <translation>Broadcasts</translation>
    </message>
    <message>
        <source>Thêm &amp;lần phát</source>
        <translation>Add &amp;broadcast</translation>
    </message>
    <message>
        <source>Sửa lần &amp;phát</source>
        <translation>Chan&amp;ge broadcast</translation>
    </message>
    <message>
        <source>Xóa lầ&amp;n phát</source>
        <translation>Re&amp;move broadcast</translation>
    </message>
    <message>
        <source>Phát thanh trên loa của xã</source>
        <translation>Broadcasts by the commune&apos;s loudspeakers</translation>
    </message>
    <message>
        <source>Chưa ghi lần phát thanh nào. Phát trong thời gian niêm yết rồi ghi ngày phát.</source>
        <translation>No broadcast yet. Broadcast during the posting, then enter the days.</translation>
    </message>
    <message>
        <source>{} nơi niêm yết</source>
        <translation>{} places of posting</translation>
    </message>
    <message>
        <source>{} lần phát thanh</source>
        <translation>{} broadcasts</translation>
    </message>
    <message>
        <source>{} lần ngoài thời gian niêm yết</source>
        <translation>{} outside the time of the posting</translation>
    </message>
    <message>
        <source>Đã xóa nơi niêm yết.</source>
        <translation>The place of posting was removed.</translation>
    </message>
    <message>
        <source>Đã xóa lần phát thanh.</source>
        <translation>The broadcast was removed.</translation>
    </message>
</context>
<context>
    <name>PredecessorDialog</name>
    <message>
        <source>Xã trước sắp xếp</source>
        <translation>Predecessor</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Tê&amp;n xã</source>
        <translation>&amp;Commune name</translation>
    </message>
    <message>
        <source>&amp;Mã xã</source>
        <translation>C&amp;ommune code</translation>
    </message>
    <message>
        <source>&amp;Huyện</source>
        <translation>&amp;District</translation>
    </message>
    <message>
        <source>&amp;Tỉnh, thành phố</source>
        <translation>&amp;Province, city</translation>
    </message>
    <message>
        <source>Ngày cuối còn là một xã riêng.</source>
        <translation>The last day it was a commune of its own.</translation>
    </message>
    <message>
        <source>Đến hết ngà&amp;y</source>
        <translation>Last da&amp;y</translation>
    </message>
    <message>
        <source>&amp;Kết quả công nhận cũ</source>
        <translation>&amp;Earlier recognition</translation>
    </message>
    <message>
        <source>Ví dụ: đạt chuẩn nông thôn mới năm 2019.</source>
        <translation>E.g. đạt chuẩn nông thôn mới năm 2019.</translation>
    </message>
    <message>
        <source>Chưa nhập tên xã.</source>
        <translation>Enter the name of the commune.</translation>
    </message>
    <message>
        <source>Chưa nhập mã xã, ví dụ 18928.</source>
        <translation>Enter the commune code, e.g. 18928.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày, ví dụ 30/6/2025.</source>
        <translation>Enter the date, e.g. 30/6/2025.</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>&amp;In</source>
        <translation>P&amp;rint</translation>
    </message>
    <message>
        <source>In (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>&amp;Lưu PDF</source>
        <translation>&amp;Save PDF</translation>
    </message>
    <message>
        <source>Lưu PDF (Ctrl+S)</source>
        <translation>Save PDF (Ctrl+S)</translation>
    </message>
    <message>
        <source>Gộp &amp;minh chứng</source>
        <translation>With e&amp;vidence</translation>
    </message>
    <message>
        <source>Lưu một tệp PDF gồm hồ sơ và minh chứng của từng tiêu chí</source>
        <translation>Save one PDF with the dossier and the evidence of each criterion</translation>
    </message>
    <message>
        <source>Lưu &amp;Word</source>
        <translation>Save &amp;Word</translation>
    </message>
    <message>
        <source>Bản xem trước chưa được lập hoặc việc lập đã dừng.</source>
        <translation>The preview was not made, or making it was stopped.</translation>
    </message>
    <message>
        <source>vừa chiều ngang</source>
        <translation>fit width</translation>
    </message>
    <message>
        <source>vừa trang</source>
        <translation>fit page</translation>
    </message>
    <message>
        <source>trang {}/{}</source>
        <translation>page {}/{}</translation>
    </message>
    <message>
        <source>Lưu &amp;Excel</source>
        <translation>Save &amp;Excel</translation>
    </message>
    <message>
        <source>Lập bản &amp;xem trước</source>
        <translation>Make the pre&amp;view</translation>
    </message>
</context>
<context>
    <name>PrintRegisterDialog</name>
    <message>
        <source>Sổ bản in</source>
        <translation>Print register</translation>
    </message>
    <message>
        <source>Lần</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Lần in</source>
        <translation>Number of the print</translation>
    </message>
    <message>
        <source>In lúc</source>
        <translation>Printed at</translation>
    </message>
    <message>
        <source>Số liệu đến</source>
        <translation>Figures as of</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Số trang</source>
        <translation>Number of pages</translation>
    </message>
    <message>
        <source>Mã nội dung</source>
        <translation>Content code</translation>
    </message>
    <message>
        <source>Mã của bản in đang chọn</source>
        <translation>Codes of the chosen print</translation>
    </message>
    <message>
        <source>&amp;Chép mã</source>
        <translation>&amp;Copy codes</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra tệp</source>
        <translation>Chec&amp;k a file</translation>
    </message>
    <message>
        <source>&amp;Xem bản in này</source>
        <translation>&amp;Show this print</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Mã nội dung: {}
SHA-256 của tệp: {}</source>
        <translation>Content code: {}
SHA-256 of the file: {}</translation>
    </message>
    <message>
        <source>Chọn tệp cần kiểm tra</source>
        <translation>Choose the file to check</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf);;Mọi tệp (*)</source>
        <translation>PDF files (*.pdf);;All files (*)</translation>
    </message>
    <message>
        <source>Đang kiểm tra tệp</source>
        <translation>Checking the file</translation>
    </message>
    <message>
        <source>Đúng bản đã ghi sổ</source>
        <translation>This is the registered print</translation>
    </message>
    <message>
        <source>Bản đã ghi sổ, có phần thêm vào sau</source>
        <translation>The registered print, with something added behind it</translation>
    </message>
    <message>
        <source>Không đúng từng byte với bản đã ghi sổ</source>
        <translation>Not the same bytes as the registered print</translation>
    </message>
    <message>
        <source>Không có trong sổ bản in</source>
        <translation>Not in the register of prints</translation>
    </message>
    <message>
        <source>Chưa có bản in chính thức nào. Bản in được ghi vào sổ khi hồ sơ đủ điều kiện và được in, lưu PDF hoặc lưu Word; bản nháp không ghi sổ.</source>
        <translation>No official print yet. A print enters the register when the dossier is complete and is printed, or saved as PDF or Word; drafts are not registered.</translation>
    </message>
    <message>
        <source>Người in</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>Cách in</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>Tập</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Các trang của bản đã ghi sổ, không đúng từng byte</source>
        <translation>Pages of a registered print, not its very bytes</translation>
    </message>
    <message>
        <source>Tệp đã bị sửa</source>
        <translation>The file was altered</translation>
    </message>
    <message>
        <source>Toàn bộ hồ sơ</source>
        <translation>Whole dossier</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Máy này chưa cài máy in nào. Cài máy in rồi in lại, hoặc bấm Lưu PDF và in tệp đó ở máy khác.</source>
        <translation>This PC has no printer. Install one and print again, or press Save PDF and print the file on another PC.</translation>
    </message>
    <message>
        <source>Máy in “{}” không nhận bản in. Bật máy in, kiểm tra giấy và dây nối rồi in lại.</source>
        <translation>Printer “{}” does not take the print. Turn it on, check paper and cable, then print again.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>và {} lỗi khác.</source>
        <translation>and {} more errors.</translation>
    </message>
</context>
<context>
    <name>ProgressCover</name>
    <message>
        <source>&amp;Hủy</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>PublicationDialog</name>
    <message>
        <source>Sửa nơi niêm yết</source>
        <translation>Change a place of posting</translation>
    </message>
    <message>
        <source>Thêm nơi niêm yết</source>
        <translation>Add a place of posting</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm nơi niêm yết</source>
        <translation>&amp;Add place</translation>
    </message>
    <message>
        <source>Trụ sở Ủy ban nhân dân xã</source>
        <translation>Office of the commune</translation>
    </message>
    <message>
        <source>Nơi n&amp;iêm yết</source>
        <translation>&amp;Place of posting</translation>
    </message>
    <message>
        <source>Từ ngà&amp;y</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>Ngày cuối còn niêm yết; tính cả ngày đầu và ngày này.</source>
        <translation>The last day on which it still hangs; the first day and this one count.</translation>
    </message>
    <message>
        <source>Đế&amp;n ngày</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Ghi &amp;chú</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>Chưa nhập ngày bắt đầu niêm yết.</source>
        <translation>The first day of the posting is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày cuối còn niêm yết.</source>
        <translation>The last day of the posting is missing.</translation>
    </message>
</context>
<context>
    <name>QuantityEdit</name>
    <message>
        <source>Số lượng có nhiều nhất ba chữ số thập phân, ví dụ 12,5. Nhập lại số.</source>
        <translation>A quantity has at most three decimals, for example 12,5. Enter it again.</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Mỗi dòng một nội dung, theo thứ tự trên phiếu. Bỏ một dòng thì bỏ cả số phiếu đã ghi cho nội dung đó.</source>
        <translation>One content a line, in the order of the ballot. With a line that is left out go the ballots counted for it.</translation>
    </message>
    <message>
        <source>Nội dung phiếu lấy ý kiến</source>
        <translation>Contents of the ballot</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Nội dung</source>
        <translation>&amp;Contents</translation>
    </message>
    <message>
        <source>Nội dung hỏi hài lòng &amp;chung</source>
        <translation>The one that asks &amp;overall</translation>
    </message>
    <message>
        <source>Nội dung này lấy số phiếu hài lòng của thôn.</source>
        <translation>It has the satisfied ballots of the hamlet.</translation>
    </message>
    <message>
        <source>Không có nội dung nào</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>RatingDialog</name>
    <message>
        <source>Mức đánh giá năm {}</source>
        <translation>Rating of {}</translation>
    </message>
    <message>
        <source>&amp;Ghi mức đánh giá</source>
        <translation>&amp;Record the rating</translation>
    </message>
    <message>
        <source>Mức đề xuất từ kết quả trong năm: {}.</source>
        <translation>Proposed from the results of the year: {}.</translation>
    </message>
    <message>
        <source>Theo mức đề xuất</source>
        <translation>As proposed</translation>
    </message>
    <message>
        <source>&amp;Mức đánh giá</source>
        <translation>&amp;Rating</translation>
    </message>
    <message>
        <source>&amp;Lý do đổi mức</source>
        <translation>R&amp;eason for the change</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>Điều kiện trình hồ sơ</source>
        <translation>Readiness to submit</translation>
    </message>
    <message>
        <source>Đã đủ</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>{} mục phải bổ sung</source>
        <translation>{} items must be added</translation>
    </message>
    <message>
        <source>{} mục cần xem lại</source>
        <translation>{} items to look at again</translation>
    </message>
    <message>
        <source>Phải bổ sung thì mới in được bản chính thức</source>
        <translation>Must be added before the final print</translation>
    </message>
    <message>
        <source>Cần xem lại, vẫn in được bản chính thức</source>
        <translation>To look at again; the final print is possible</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Về các &amp;xã</source>
        <translation>&amp;Back to communes</translation>
    </message>
    <message>
        <source>Về danh sách các xã (Esc)</source>
        <translation>Back to the list of communes (Esc)</translation>
    </message>
    <message>
        <source>Đang xem {} – gói số {} ngày {} – chỉ xem</source>
        <translation>Showing {} – package {} of {} – view only</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Ghi lý do, ví dụ nhập nhầm công trình.</source>
        <translation>Say why, for example entered for the wrong work.</translation>
    </message>
</context>
<context>
    <name>ReceivedList</name>
    <message>
        <source>Chưa nhận gói nào. Cắm USB có gói của nơi gửi rồi nhận.</source>
        <translation>No package received yet. Plug in the USB stick with the sender&apos;s package, then receive it.</translation>
    </message>
    <message>
        <source>&amp;Nhận gói</source>
        <translation>&amp;Receive package</translation>
    </message>
    <message>
        <source>Gói đã nhận</source>
        <translation>Received packages</translation>
    </message>
    <message>
        <source>Mã của gói: {}</source>
        <translation>Code of the package: {}</translation>
    </message>
    <message>
        <source>Lời nhắn: {}</source>
        <translation>Message: {}</translation>
    </message>
    <message>
        <source>Còn thiếu {} tệp đính kèm: báo nơi gửi gửi lại.</source>
        <translation>{} attached files are still missing: ask the sender to send them again.</translation>
    </message>
    <message>
        <source>Đã có gói mới hơn cùng loại: gói này chỉ để tra cứu.</source>
        <translation>There is a newer package of this kind: this one is only for reference.</translation>
    </message>
    <message>
        <source>Gói số {}</source>
        <translation>Package {}</translation>
    </message>
</context>
<context>
    <name>ReceivingFlow</name>
    <message>
        <source>Nhận gói từ đâu?</source>
        <translation>Receive a package from where?</translation>
    </message>
    <message>
        <source>Gói được tìm theo nội dung, tên tệp đổi khác cũng thấy.</source>
        <translation>Packages are found by their content, even if the file was renamed.</translation>
    </message>
    <message>
        <source>Tìm trên {}</source>
        <translation>Search {}</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Chọn gói hoặc các phần của gói</source>
        <translation>Choose a package or the parts of a package</translation>
    </message>
    <message>
        <source>Gói dữ liệu (*.ntmx *.ntmx.p*);;Mọi tệp (*)</source>
        <translation>Data packages (*.ntmx *.ntmx.p*);;All files (*)</translation>
    </message>
    <message>
        <source>Đang tìm gói</source>
        <translation>Looking for packages</translation>
    </message>
    <message>
        <source>Đang chép gói vào máy (MB)</source>
        <translation>Copying the package to this PC (MB)</translation>
    </message>
    <message>
        <source>Đang kiểm tra gói (MB)</source>
        <translation>Checking the package (MB)</translation>
    </message>
    <message>
        <source>Đang cất tệp của gói (MB)</source>
        <translation>Storing the files of the package (MB)</translation>
    </message>
    <message>
        <source>Gói số {} của {}</source>
        <translation>Package {} of {}</translation>
    </message>
    <message>
        <source>{}: đã nhận từ trước</source>
        <translation>{}: received before</translation>
    </message>
    <message>
        <source>Gói đang nhận dở nằm ở tab Giữ lại: bấm Thử lại để nhận tiếp.</source>
        <translation>The package that was on its way is on the tab Held: press Try again to go on.</translation>
    </message>
    <message>
        <source>Gói đang chép dở đã được xóa khỏi máy này; trên USB vẫn còn.</source>
        <translation>The half copy was deleted from this PC; the stick still has the package.</translation>
    </message>
    <message>
        <source>Đã dừng: đã nhận {} gói, còn {} gói chưa nhận</source>
        <translation>Stopped: {} packages taken, {} not yet</translation>
    </message>
    <message>
        <source>Đã dừng: chưa nhận gói nào, số liệu không thay đổi</source>
        <translation>Stopped: no package was taken, the data are unchanged</translation>
    </message>
    <message>
        <source>Đã nhận {}</source>
        <translation>Received {}</translation>
    </message>
    <message>
        <source>Đã nhận {} gói</source>
        <translation>{} packages received</translation>
    </message>
    <message>
        <source>Chưa nhận được gói</source>
        <translation>Package not received</translation>
    </message>
    <message>
        <source>Chưa đủ để nhận</source>
        <translation>Not enough to receive yet</translation>
    </message>
    <message>
        <source>Không thấy gói nào</source>
        <translation>No package found</translation>
    </message>
    <message>
        <source>Ở đó không có gói dữ liệu (.ntmx) hay phần nào của gói. Chọn chỗ khác.</source>
        <translation>There is no data package (.ntmx) or part of one there. Choose another place.</translation>
    </message>
    <message>
        <source>Ở đó có {} gói, nhưng là gói gửi cho nơi khác hoặc của chính đơn vị này gửi đi.</source>
        <translation>There are {} packages there, but they are for someone else or were sent by this unit itself.</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Bỏ những gì vừa nhập?</source>
        <translation>Drop what was entered?</translation>
    </message>
    <message>
        <source>Nội dung trong cửa sổ này chưa được ghi.</source>
        <translation>What stands in this window is not saved yet.</translation>
    </message>
    <message>
        <source>Bỏ &amp;nội dung</source>
        <translation>&amp;Drop it</translation>
    </message>
    <message>
        <source>Nhập &amp;tiếp</source>
        <translation>&amp;Go on entering</translation>
    </message>
</context>
<context>
    <name>RemarkActs</name>
    <message>
        <source>&amp;Nhận xét</source>
        <translation>Re&amp;mark</translation>
    </message>
    <message>
        <source>Nhận xét các dòng đang chọn</source>
        <translation>Remark on the chosen rows</translation>
    </message>
    <message>
        <source>Đã ghi trả lời. Trả lời đi cùng gói gửi lần tới.</source>
        <translation>Answer saved. It goes with the next package.</translation>
    </message>
    <message>
        <source>Đã trả lại. Xã nhận cùng gói gửi về lần tới.</source>
        <translation>Returned. The commune receives it with the next package sent back.</translation>
    </message>
    <message>
        <source>Rút nhận xét về {}?</source>
        <translation>Withdraw the remark on {}?</translation>
    </message>
    <message>
        <source>Hoàn tác được khi chưa gửi xã. Đã gửi thì không mở lại được; xã đọc được là đã rút.</source>
        <translation>It can be undone until it is sent to the commune. Once sent it cannot be opened again; the commune reads that it was withdrawn.</translation>
    </message>
    <message>
        <source>&amp;Rút nhận xét</source>
        <translation>&amp;Withdraw remark</translation>
    </message>
    <message>
        <source>Đã ghi nhận xét cho {} mục</source>
        <translation>Remark saved for {} items</translation>
    </message>
    <message>
        <source>Đã chấp nhận: {}</source>
        <translation>Accepted: {}</translation>
    </message>
    <message>
        <source>Đã rút nhận xét: {}</source>
        <translation>Remark withdrawn: {}</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>&amp;Trả lời</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>&amp;Chấp nhận</source>
        <translation>A&amp;ccept</translation>
    </message>
    <message>
        <source>Trả &amp;lại</source>
        <translation>&amp;Return</translation>
    </message>
    <message>
        <source>&amp;Rút nhận xét</source>
        <translation>&amp;Withdraw remark</translation>
    </message>
    <message>
        <source>trên gói số {}</source>
        <translation>on package {}</translation>
    </message>
    <message>
        <source>hạn {}</source>
        <translation>due {}</translation>
    </message>
    <message>
        <source>Khi nhận xét: {}</source>
        <translation>When remarked: {}</translation>
    </message>
    <message>
        <source>Hiện nay: {}</source>
        <translation>Now: {}</translation>
    </message>
    <message>
        <source>&amp;Trả lời lại</source>
        <translation>Answer a&amp;gain</translation>
    </message>
    <message>
        <source>Xã trả lời</source>
        <translation>The commune&apos;s answer</translation>
    </message>
    <message>
        <source>Chấp nhận</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Rút nhận xét</source>
        <translation>Remark withdrawn</translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>&amp;Ghi nhận xét</source>
        <translation>&amp;Save remark</translation>
    </message>
    <message>
        <source>{} mục</source>
        <translation>{} items</translation>
    </message>
    <message>
        <source>Cùng một nhận xét cho {}</source>
        <translation>The same remark for {}</translation>
    </message>
    <message>
        <source>và {} mục nữa</source>
        <translation>and {} more items</translation>
    </message>
    <message>
        <source>&amp;Nội dung</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Thiếu gì, cần bổ sung gì. Xã nhận cùng gói gửi về lần tới. Ctrl+Enter để ghi.</source>
        <translation>What is missing, what to add. The commune receives it with the next package sent back. Ctrl+Enter to save.</translation>
    </message>
    <message>
        <source>&amp;Hạn trả lời</source>
        <translation>Answer &amp;due</translation>
    </message>
    <message>
        <source>Để trống nếu không đặt hạn.</source>
        <translation>Leave empty to set no date.</translation>
    </message>
    <message>
        <source>Chưa nhập nội dung nhận xét.</source>
        <translation>The text of the remark is missing.</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>{} chưa trả lời</source>
        <translation>{} not answered</translation>
    </message>
    <message>
        <source>{} bị trả lại</source>
        <translation>{} returned</translation>
    </message>
    <message>
        <source>Đã trả lời hết</source>
        <translation>All answered</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Chưa có nhận xét nào. Nhận xét của cơ quan thẩm định đến cùng gói gửi về.</source>
        <translation>No remarks yet. Remarks of the appraising authority come with the package sent back.</translation>
    </message>
    <message>
        <source>Không có nhận xét nào thuộc nhóm này.</source>
        <translation>No remark is of this kind.</translation>
    </message>
</context>
<context>
    <name>RemarkPanel</name>
    <message>
        <source>&amp;Mở chỉ tiêu</source>
        <translation>Open the &amp;indicator</translation>
    </message>
    <message>
        <source>&amp;Mở công trình</source>
        <translation>&amp;Open the work</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>Đã trả lời</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Bị trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Chưa trả lời</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Nhận xét của cơ quan thẩm định chưa khép lại</source>
        <translation>Open remarks of the appraising authority</translation>
    </message>
    <message>
        <source>Về</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Mức khi nhận xét</source>
        <translation>Value when remarked</translation>
    </message>
    <message>
        <source>Mức hiện nay</source>
        <translation>Value now</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>RemarksHere</name>
    <message>
        <source>Nhận xét của cơ quan thẩm định</source>
        <translation>Remarks of the appraising authority</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Chưa có nhận xét nào về xã này. Mở Tiêu chí hoặc Công trình, chọn một hay nhiều dòng (Shift và mũi tên), nhấn N.</source>
        <translation>No remarks on this commune yet. Open Criteria or Works, choose one or more rows (Shift and arrow keys), press N.</translation>
    </message>
    <message>
        <source>&amp;Kết luận thẩm định</source>
        <translation>Appraisal &amp;decision</translation>
    </message>
    <message>
        <source>{} nhận xét</source>
        <translation>{} remarks</translation>
    </message>
    <message>
        <source>{} chưa khép lại</source>
        <translation>{} open</translation>
    </message>
    <message>
        <source>Đã ghi kết luận. Xã nhận cùng gói gửi về lần tới.</source>
        <translation>Decision saved. The commune receives it with the next package sent back.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Năm “{}” không hợp lệ. Nhập năm, ví dụ {}.</source>
        <translation>“{}” is no year. Enter a year, for example {}.</translation>
    </message>
    <message>
        <source>Đang lập báo cáo</source>
        <translation>Making the report</translation>
    </message>
    <message>
        <source>Đang in</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>Lưu Word</source>
        <translation>Save Word</translation>
    </message>
    <message>
        <source>Tệp Word (*.docx)</source>
        <translation>Word file (*.docx)</translation>
    </message>
    <message>
        <source>Lưu Excel</source>
        <translation>Save Excel</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx)</source>
        <translation>Excel file (*.xlsx)</translation>
    </message>
    <message>
        <source>Đang lưu báo cáo</source>
        <translation>Saving the report</translation>
    </message>
    <message>
        <source>Đã lưu “{}”.</source>
        <translation>Saved “{}”.</translation>
    </message>
    <message>
        <source>Mở tệp</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Đã gửi {} trang tới máy in.</source>
        <translation>{} page(s) sent to the printer.</translation>
    </message>
    <message>
        <source>Tính đến &amp;ngày</source>
        <translation>As of &amp;day</translation>
    </message>
    <message>
        <source>Năm kế &amp;hoạch</source>
        <translation>Budget &amp;year</translation>
    </message>
    <message>
        <source>Nhà &amp;thầu</source>
        <translation>Con&amp;tractor</translation>
    </message>
    <message>
        <source>Cá nhân, đơn &amp;vị</source>
        <translation>&amp;Person or unit</translation>
    </message>
    <message>
        <source>&amp;Xã</source>
        <translation>Co&amp;mmune</translation>
    </message>
    <message>
        <source>&amp;Ghi công văn đã gửi</source>
        <translation>Sent: record the &amp;letter</translation>
    </message>
    <message>
        <source>Nơi cam &amp;kết</source>
        <translation>Promised &amp;by</translation>
    </message>
    <message>
        <source>&amp;Công trình</source>
        <translation>&amp;Work</translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message>
        <source>Nguồn lực huy động</source>
        <translation>Resources mobilised</translation>
    </message>
    <message>
        <source>Tiền: đồng. Đóng góp cho một công trình đã nằm trong vốn của công trình đó chỉ tính một lần, kể cả khi ghi khác hình thức.</source>
        <translation>Money in đồng. A gift that is part of its work&apos;s capital already is counted once, also when the two name different kinds.</translation>
    </message>
</context>
<context>
    <name>ResponsibilityForm</name>
    <message>
        <source>Người &amp;phụ trách</source>
        <translation>&amp;In charge</translation>
    </message>
    <message>
        <source>Người đứ&amp;ng đầu đơn vị</source>
        <translation>&amp;Head of the unit</translation>
    </message>
    <message>
        <source>Phòng, ngành hỗ t&amp;rợ</source>
        <translation>Supporting &amp;office</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Phân công tiêu chí {}</source>
        <translation>Assign criterion {}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Phục hồi dữ liệu</source>
        <translation>Restore the data</translation>
    </message>
    <message>
        <source>Phục hồi bản sao lưu lúc {}?</source>
        <translation>Restore the backup of {}?</translation>
    </message>
    <message>
        <source>Bản này là của {}, không phải xã đang mở.</source>
        <translation>This backup is of {}, not of the commune now open.</translation>
    </message>
    <message>
        <source>&amp;Giữ dữ liệu hiện nay</source>
        <translation>&amp;Keep the present data</translation>
    </message>
    <message>
        <source>&amp;Phục hồi bản này</source>
        <translation>&amp;Restore this backup</translation>
    </message>
    <message>
        <source>Việc cuối trong bản này: {} ({}).</source>
        <translation>Last act in this backup: {} ({}).</translation>
    </message>
    <message>
        <source>Việc cuối hiện nay: {} ({}).</source>
        <translation>Last act now: {} ({}).</translation>
    </message>
    <message>
        <source>Dữ liệu hiện nay được sao lưu trước vào thư mục dữ liệu, có thể phục hồi lại nếu cần.</source>
        <translation>The present data is first backed up into the data folder and can be restored again.</translation>
    </message>
    <message>
        <source>Từ bản này đến nay chưa có việc nào mới: phục hồi không làm đổi gì.</source>
        <translation>Nothing was done since this backup: restoring it changes nothing.</translation>
    </message>
    <message>
        <source>Mọi bảng có số dòng như nhau; chỉ nội dung các dòng khác.</source>
        <translation>All tables have as many rows as now; only their content differs.</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Trong bản này</source>
        <translation>In this backup</translation>
    </message>
    <message>
        <source>Số dòng khác nhau</source>
        <translation>Rows that differ</translation>
    </message>
    <message>
        <source>{} việc làm sau bản này sẽ bị thay.</source>
        <translation>{} acts after this copy will be replaced.</translation>
    </message>
    <message>
        <source>{} việc làm chỉ có trong bản này sẽ có lại.</source>
        <translation>{} acts that only this copy has will come back.</translation>
    </message>
    <message>
        <source>{} và {} tệp khác</source>
        <translation>{} and {} other files</translation>
    </message>
    <message>
        <source>Bản này không còn {} tệp, phục hồi xong vẫn thiếu: {}.</source>
        <translation>This backup has lost {} files, which will still be missing afterwards: {}.</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Trả lại trả lời của xã</source>
        <translation>Return the commune&apos;s answer</translation>
    </message>
    <message>
        <source>&amp;Trả lại</source>
        <translation>&amp;Return</translation>
    </message>
    <message>
        <source>Xã trả lời: {}</source>
        <translation>The commune&apos;s answer: {}</translation>
    </message>
    <message>
        <source>&amp;Lý do trả lại</source>
        <translation>Reas&amp;on for returning it</translation>
    </message>
    <message>
        <source>Ghi lý do để xã biết cần bổ sung gì.</source>
        <translation>Say why, so that the commune knows what to add.</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Đánh giá năm</source>
        <translation>Year&apos;s review</translation>
    </message>
    <message>
        <source>Năm này chưa phân công ai phụ trách tiêu chí, nên chưa có ai để đánh giá.</source>
        <translation>Nobody answered for a criterion in this year, so there is nobody to rate.</translation>
    </message>
    <message>
        <source>Quy tắc đề xuất ({}):</source>
        <translation>The rule that proposes ({}):</translation>
    </message>
    <message>
        <source>&amp;Năm</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>Cột Giữ: dấu – là không so sánh được vì đổi bộ tiêu chí; số chỉ đếm những tiêu chí có cùng nội dung trong bộ tiêu chí của năm trước.</source>
        <translation>Column Kept: – means not comparable because the criteria set was changed; numbers count only criteria that ask for the same in the set of the year before.</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Cá nhân, đơn vị</source>
        <translation>Person or unit</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Số tiêu chí đạt trên số tiêu chí phụ trách</source>
        <translation>Criteria met of those answered for</translation>
    </message>
    <message>
        <source>Giữ</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Số tiêu chí đã đạt cuối năm trước và vẫn đạt</source>
        <translation>Criteria met at the end of the year before and still met</translation>
    </message>
    <message>
        <source>Mất</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Số tiêu chí không còn đạt trong năm</source>
        <translation>Criteria that fell back within the year</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>Số nhiệm vụ của năm xong đúng hạn</source>
        <translation>Tasks of the year done in time</translation>
    </message>
    <message>
        <source>Trễ hạn</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Số nhiệm vụ của năm xong trễ hoặc quá hạn</source>
        <translation>Tasks of the year done late or overdue</translation>
    </message>
    <message>
        <source>CT chậm</source>
        <translation>Works late</translation>
    </message>
    <message>
        <source>Mức đề xuất</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Mức đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Lý do đổi mức</source>
        <translation>Reason for the change</translation>
    </message>
    <message>
        <source>Chưa có căn cứ</source>
        <translation>Nothing to go by</translation>
    </message>
    <message>
        <source>Số công trình chậm thuộc phần phụ trách</source>
        <translation>Number of late works in this charge</translation>
    </message>
    <message>
        <source>Không so sánh được {} tiêu chí vì đổi bộ tiêu chí</source>
        <translation>{} criteria cannot be compared: the criteria set was changed</translation>
    </message>
    <message>
        <source>{}: chậm {} ngày</source>
        <translation>{}: {} days late</translation>
    </message>
    <message>
        <source>Mức đề xuất: {}</source>
        <translation>Proposed rating: {}</translation>
    </message>
    <message>
        <source>Mức đánh giá: {}</source>
        <translation>Rating: {}</translation>
    </message>
    <message>
        <source>Lý do đổi mức: {}</source>
        <translation>Reason for the change: {}</translation>
    </message>
</context>
<context>
    <name>Ribbon</name>
    <message>
        <source>SỐ LIỆU MINH HỌA</source>
        <translation>ILLUSTRATIVE FIGURES</translation>
    </message>
</context>
<context>
    <name>RouteDialog</name>
    <message>
        <source>Điều kiện cơ chế đặc thù</source>
        <translation>Conditions of the simplified route</translation>
    </message>
    <message>
        <source>&amp;Ghi điều kiện</source>
        <translation>&amp;Save conditions</translation>
    </message>
    <message>
        <source>{}: đạt, {}.</source>
        <translation>{}: met, {}.</translation>
    </message>
    <message>
        <source>{}: không đạt, {}.</source>
        <translation>{}: not met, {}.</translation>
    </message>
    <message>
        <source>{}: {}.</source>
        <translation>{}: {}.</translation>
    </message>
    <message>
        <source>Chưa xác định</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>Văn bản, lý do</source>
        <translation>Paper, reason</translation>
    </message>
    <message>
        <source>Chương trình không biết nghị định nào về cơ chế đặc thù có hiệu lực ngày {}. Kiểm tra ngày phê duyệt ở Giai đoạn.</source>
        <translation>The program knows no decree on the simplified route in force on {}. Check the day of approval in Stages.</translation>
    </message>
    <message>
        <source>Xét theo {}, ngày {}.</source>
        <translation>Checked against {}, day {}.</translation>
    </message>
    <message>
        <source>Các điều kiện dưới đây chưa đối chiếu với bản gốc; xem bản gốc trước khi quyết định.</source>
        <translation>The conditions below have not been compared with the original; read it before you decide.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Tìm trong xã này (Ctrl+K)</source>
        <translation>Search this commune (Ctrl+K)</translation>
    </message>
    <message>
        <source>Tìm trong xã này</source>
        <translation>Search this commune</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Không thấy. Thử từ khác hoặc mã chỉ tiêu.</source>
        <translation>Not found. Try another word or the code of an indicator.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Không đọc được tệp {}. Đóng tệp nếu đang mở ở chương trình khác, hoặc chép tệp về máy này rồi chọn lại.</source>
        <translation>The file {} could not be read. Close it if another program has it open, or copy it to this PC and choose it again.</translation>
    </message>
</context>
<context>
    <name>SendingFlow</name>
    <message>
        <source>{} xã</source>
        <translation>{} communes</translation>
    </message>
    <message>
        <source>Đang ghi gói số {} ra {} (MB)</source>
        <translation>Writing package {} to {} (MB)</translation>
    </message>
    <message>
        <source>Gói giữ số; bấm Xuất gói để ghi lại. Tệp đang ghi dở đã được xóa khỏi {}.</source>
        <translation>The package keeps its number; press Export to write it again. The half file was deleted from {}.</translation>
    </message>
    <message>
        <source>Đã ghi xong gói của {} xã, còn {} xã chưa ghi.</source>
        <translation>The packages of {} communes are written, those of {} are not.</translation>
    </message>
    <message>
        <source>Đã dừng: gói số {} chưa ghi ra {}</source>
        <translation>Stopped: package {} was not written to {}</translation>
    </message>
    <message>
        <source>Không có gì mới từ gói số {}, nên đây vẫn là gói đó, không phải gói mới.</source>
        <translation>Nothing is new since package {}, so this is that package again, not a new one.</translation>
    </message>
    <message>
        <source>Mã của gói, để đọc cho nơi nhận so: {}</source>
        <translation>Code of the package, to read out for the addressee to compare: {}</translation>
    </message>
    <message>
        <source>Đã xuất gói số {} ra {}</source>
        <translation>Package {} exported to {}</translation>
    </message>
    <message>
        <source>&amp;Kiểm tra lại</source>
        <translation>Check &amp;again</translation>
    </message>
    <message>
        <source>Đó&amp;ng</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>{} gói không có gì mới, vẫn là gói đã lập trước.</source>
        <translation>{} packages have nothing new, they are those made before.</translation>
    </message>
    <message>
        <source>Đã xuất {} gói ra {}</source>
        <translation>{} packages exported to {}</translation>
    </message>
    <message>
        <source>Tệp {}, {}.</source>
        <translation>File {}, {}.</translation>
    </message>
    <message>
        <source>{} phần, cộng {}: {} … Nơi nhận cần đủ các phần.</source>
        <translation>{} parts, {} in all: {} … The addressee needs all parts.</translation>
    </message>
    <message>
        <source>Máy này chưa đọc lại được thẳng từ USB: tháo USB an toàn, cắm lại, rồi bấm Kiểm tra lại.</source>
        <translation>This PC could not read back straight from the USB stick yet: eject it safely, plug it in again, then press Check again.</translation>
    </message>
    <message>
        <source>Đã đọc lại và khớp. Tháo USB an toàn (Eject) rồi hãy rút.</source>
        <translation>Read back, and it matches. Eject the USB stick safely before you pull it out.</translation>
    </message>
    <message>
        <source>Đã đọc lại và khớp.</source>
        <translation>Read back, and it matches.</translation>
    </message>
    <message>
        <source>Đang đọc lại từ USB (MB)</source>
        <translation>Reading back from the USB stick (MB)</translation>
    </message>
    <message>
        <source>Đã đọc lại và khớp</source>
        <translation>Read back, and it matches</translation>
    </message>
    <message>
        <source>Tháo USB an toàn (Eject) rồi hãy rút.</source>
        <translation>Eject the USB stick safely before you pull it out.</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Chưa gửi gói nào. Xuất gói ra USB rồi đưa cho nơi nhận.</source>
        <translation>No package sent yet. Export a package to a USB stick and take it to the addressee.</translation>
    </message>
    <message>
        <source>&amp;Xuất gói</source>
        <translation>&amp;Export package</translation>
    </message>
    <message>
        <source>Gói đã gửi</source>
        <translation>Sent packages</translation>
    </message>
    <message>
        <source>Mã của gói: {}</source>
        <translation>Code of the package: {}</translation>
    </message>
    <message>
        <source>{} ghi ra {}: {}, {}</source>
        <translation>{} written to {}: {}, {}</translation>
    </message>
    <message>
        <source>Nơi nhận chưa có {} tệp: xuất gói thì được gửi kèm.</source>
        <translation>The addressee lacks {} files: they go with the next export.</translation>
    </message>
    <message>
        <source>Gói số {} gửi {}</source>
        <translation>Package {} to {}</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Máy chủ dữ liệu chung</source>
        <translation>Server of the shared data</translation>
    </message>
    <message>
        <source>Máy &amp;chủ</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Cổn&amp;g</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Cơ sở &amp;dữ liệu</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>&amp;Tài khoản</source>
        <translation>&amp;Account</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>Mật khẩu nhập ở đây nằm trong tệp settings.json của thư mục dữ liệu, không mã hóa: ai mở được thư mục đó thì đọc được. Để trống nếu máy này đã có tệp mật khẩu của PostgreSQL (pgpass.conf).</source>
        <translation>A password entered here lies in settings.json in the data folder, not encrypted: whoever can open that folder can read it. Leave it empty where this PC has a password file of PostgreSQL (pgpass.conf).</translation>
    </message>
    <message>
        <source>Thư mục tệ&amp;p dùng chung</source>
        <translation>Shared folder of &amp;files</translation>
    </message>
    <message>
        <source>Mọi bàn mở được cùng thư mục này; minh chứng, ảnh nằm ở đó.</source>
        <translation>All desks can open this folder; evidence and photos lie there.</translation>
    </message>
    <message>
        <source>Chọ&amp;n</source>
        <translation>&amp;Browse</translation>
    </message>
    <message>
        <source>Thử &amp;kết nối</source>
        <translation>&amp;Try the connection</translation>
    </message>
    <message>
        <source>Chưa ghi thư mục tệp dùng chung.</source>
        <translation>The shared folder of files is missing.</translation>
    </message>
    <message>
        <source>Kết nối được {}. Cơ sở dữ liệu còn trống.</source>
        <translation>Connected to {}. The database is empty.</translation>
    </message>
    <message>
        <source>Kết nối được {}. Đang giữ dữ liệu của {}, mã {}.</source>
        <translation>Connected to {}. It holds the data of {}, code {}.</translation>
    </message>
    <message>
        <source>Dữ liệu do phiên bản cũ hơn ghi: vào thì dữ liệu được nâng cấp, bàn còn bản cũ phải cài bản mới.</source>
        <translation>The data were written by an older version: entering upgrades them, and desks with the old version must install the new one.</translation>
    </message>
    <message>
        <source>Chọn thư mục tệp dùng chung</source>
        <translation>Choose the shared folder of files</translation>
    </message>
    <message>
        <source>Đang kết nối máy chủ</source>
        <translation>Connecting to the server</translation>
    </message>
    <message>
        <source>Đang kết nối…</source>
        <translation>Connecting…</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Nơi giữ dữ liệu</source>
        <translation>Where the data lie</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>trong settings.json của thư mục dữ liệu, không mã hóa</source>
        <translation>in settings.json in the data folder, not encrypted</translation>
    </message>
    <message>
        <source>không ghi ở đây; lấy từ tệp mật khẩu của PostgreSQL trên máy này</source>
        <translation>not kept here; taken from the password file of PostgreSQL on this PC</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Cơ sở dữ liệu</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Tài khoản</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Thư mục tệp dùng chung</source>
        <translation>Shared folder of files</translation>
    </message>
    <message>
        <source>Người quản trị máy chủ sao lưu cơ sở dữ liệu và thư mục tệp; chương trình không tự làm.</source>
        <translation>The administrator of the server backs the database and the folder of files up; the program does not.</translation>
    </message>
    <message>
        <source>Dữ liệu nằm trên máy này, một người dùng mỗi lúc. Nhiều bàn cùng làm thì dùng một máy chủ PostgreSQL chung.</source>
        <translation>The data lie on this PC, for one user at a time. For several desks at once use a shared PostgreSQL server.</translation>
    </message>
    <message>
        <source>&amp;Sửa địa chỉ, mật khẩu</source>
        <translation>&amp;Change address, password</translation>
    </message>
    <message>
        <source>&amp;Vào máy chủ chung</source>
        <translation>&amp;Enter a shared server</translation>
    </message>
</context>
<context>
    <name>ServingWorks</name>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>đã nghiệm thu {}</source>
        <translation>accepted {}</translation>
    </message>
    <message>
        <source>{}, {}, dự kiến xong {}</source>
        <translation>{}, {}, expected to end {}</translation>
    </message>
    <message>
        <source>{}, đã xong khối lượng, chưa nghiệm thu</source>
        <translation>{}, built, not accepted yet</translation>
    </message>
    <message>
        <source>{}, {}, chưa dự kiến được ngày xong, đã quá hạn {} ngày</source>
        <translation>{}, {}, finish not foreseeable, {} days past its date</translation>
    </message>
    <message>
        <source>Chưa dự kiến được ngày đạt: {} chưa có ngày xong.</source>
        <translation>Not known when it will be met: {} has no expected end.</translation>
    </message>
    <message>
        <source>Dự kiến đạt {} theo công trình, sau hạn kế hoạch {}.</source>
        <translation>Expected to be met {} by its work, after the plan&apos;s deadline {}.</translation>
    </message>
    <message>
        <source>Dự kiến đạt {} theo công trình.</source>
        <translation>Expected to be met {} by its work.</translation>
    </message>
</context>
<context>
    <name>SetPage</name>
    <message>
        <source>Xã đánh giá theo bộ tiêu chí nào?</source>
        <translation>By which criteria set is the commune judged?</translation>
    </message>
    <message>
        <source>Bộ tiêu chí quyết định số chỉ tiêu, mức yêu cầu và mẫu hồ sơ. Đổi được sau trong Thiết lập.</source>
        <translation>The set decides the indicators, their targets and the forms. It can be changed later in Setup.</translation>
    </message>
    <message>
        <source>Mức áp dụng theo &amp;vùng</source>
        <translation>Targets of the &amp;region</translation>
    </message>
    <message>
        <source>Theo văn bản của tỉnh, có thể khác vùng địa lý.</source>
        <translation>By the province&apos;s document; may differ from geography.</translation>
    </message>
    <message>
        <source>Năm đăng &amp;ký đạt chuẩn</source>
        <translation>Target &amp;year</translation>
    </message>
    <message>
        <source>{}: {} tiêu chí, {} chỉ tiêu</source>
        <translation>{}: {} criteria, {} indicators</translation>
    </message>
    <message>
        <source>Quyết định {}. {}</source>
        <translation>Decision {}. {}</translation>
    </message>
</context>
<context>
    <name>SetsCard</name>
    <message>
        <source>Các bộ tiêu chí trên máy này</source>
        <translation>Criteria sets on this PC</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>&amp;Nhận bộ tiêu chí từ tệp</source>
        <translation>Read &amp;a set from a file</translation>
    </message>
    <message>
        <source>Tệp bộ tiêu chí (.json) do cấp trên hoặc nơi phát hành chương trình gửi.</source>
        <translation>A criteria set (.json) sent from above or by the makers of the program.</translation>
    </message>
    <message>
        <source>Nhận bộ tiêu chí từ tệp</source>
        <translation>Read a set from a file</translation>
    </message>
    <message>
        <source>Tệp bộ tiêu chí (*.json)</source>
        <translation>Criteria sets (*.json)</translation>
    </message>
    <message>
        <source>Đã nhận bộ tiêu chí.</source>
        <translation>Criteria set read.</translation>
    </message>
    <message>
        <source>Bộ tiêu chí này đã có trên máy</source>
        <translation>This criteria set is already here</translation>
    </message>
    <message>
        <source>Nội dung tệp giống hệt, không có gì thay đổi.</source>
        <translation>The file says the same; nothing changed.</translation>
    </message>
    <message>
        <source>Nhận từ tệp</source>
        <translation>From a file</translation>
    </message>
    <message>
        <source>Kèm chương trình</source>
        <translation>With the program</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Thiết lập</source>
        <translation>Setup</translation>
    </message>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Nhân sự</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Mục tiêu</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>Mức đạt chuẩn</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>SetupSteps</name>
    <message>
        <source>Chưa có tên xã. Nhập như trên con dấu, ví dụ xã Yên Hóa.</source>
        <translation>Enter the name of the commune as on its seal, e.g. xã Yên Hóa.</translation>
    </message>
    <message>
        <source>Mã xã chỉ gồm chữ số, ví dụ 18928. Chưa biết mã thì để trống.</source>
        <translation>A commune code has only digits, e.g. 18928. Leave it empty if unknown.</translation>
    </message>
    <message>
        <source>Chưa có tên tỉnh, thành phố.</source>
        <translation>Enter the province or city.</translation>
    </message>
    <message>
        <source>Chưa chọn bộ tiêu chí.</source>
        <translation>Choose a criteria set.</translation>
    </message>
    <message>
        <source>Chưa chọn mức áp dụng. Xem văn bản của tỉnh giao mức cho xã.</source>
        <translation>Choose the targets. See the document by which the province sets them.</translation>
    </message>
    <message>
        <source>Chưa có tên người phụ trách. Lịch sử và hồ sơ ghi tên người này.</source>
        <translation>Enter who is in charge. The history and the dossier name this person.</translation>
    </message>
    <message>
        <source>Không thấy thư mục này. Cắm USB rồi chọn lại, hoặc để trống.</source>
        <translation>This folder is not found. Plug the USB stick in and choose again, or leave it empty.</translation>
    </message>
    <message>
        <source>Chưa có tên cơ quan. Nhập như trên con dấu.</source>
        <translation>The name of the authority is missing. Enter it as on the seal.</translation>
    </message>
    <message>
        <source>Chưa có mã cơ quan. Nhập mã của huyện, tỉnh, ví dụ 455; gói số liệu ghi mã này.</source>
        <translation>The code of the authority is missing. Enter that of the district or province, for example 455; data packages bear this code.</translation>
    </message>
    <message>
        <source>Mã chỉ gồm chữ không dấu, chữ số và dấu gạch nối.</source>
        <translation>The code has only letters without accents, digits and hyphens.</translation>
    </message>
    <message>
        <source>Chưa chọn cấp của cơ quan.</source>
        <translation>The level of the authority is not chosen.</translation>
    </message>
    <message>
        <source>{}, năm {}</source>
        <translation>{}, {}</translation>
    </message>
    <message>
        <source>Theo từng xã</source>
        <translation>That of each commune</translation>
    </message>
    <message>
        <source>Do người quản trị máy chủ</source>
        <translation>By the administrator of the server</translation>
    </message>
    <message>
        <source>Chỉ trên máy này</source>
        <translation>On this PC only</translation>
    </message>
    <message>
        <source>Máy chủ</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Tệp dùng chung</source>
        <translation>Shared files</translation>
    </message>
    <message>
        <source>Chưa có, thêm sau trong Thiết lập</source>
        <translation>None yet; add one later in Settings</translation>
    </message>
    <message>
        <source>mã {}</source>
        <translation>code {}</translation>
    </message>
    <message>
        <source>Cơ quan thẩm định</source>
        <translation>Appraising authority</translation>
    </message>
    <message>
        <source>Cấp</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Tỉnh</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place name</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Huyện, tỉnh</source>
        <translation>District, province</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Mức áp dụng</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Năm đăng ký</source>
        <translation>Year registered for</translation>
    </message>
    <message>
        <source>Trình tự</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>In charge</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Nơi sao lưu</source>
        <translation>Backup place</translation>
    </message>
    <message>
        <source>Từ 01/7/2025 không còn cấp huyện, hồ sơ gửi thẳng lên tỉnh. Xóa tên huyện; nếu vẫn cần ghi tên huyện cũ thì bấm Tiếp tục lần nữa.</source>
        <translation>There are no districts since 1 July 2025: the dossier goes straight to the province. Delete the district, or press Next again to keep the old name.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Đơn vị</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Nơi sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Bắt đầu</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>&amp;Dùng thử với số liệu minh họa</source>
        <translation>Try it &amp;with illustrative figures</translation>
    </message>
    <message>
        <source>lập ở {}</source>
        <translation>made in {}</translation>
    </message>
    <message>
        <source>&amp;Quay lại</source>
        <translation>B&amp;ack</translation>
    </message>
    <message>
        <source>&amp;Tiếp tục</source>
        <translation>N&amp;ext</translation>
    </message>
    <message>
        <source>Chọn nơi sao lưu</source>
        <translation>Choose a backup place</translation>
    </message>
    <message>
        <source>Đang lập xã mẫu</source>
        <translation>Making the sample commune</translation>
    </message>
    <message>
        <source>Đang lập dữ liệu</source>
        <translation>Making the data</translation>
    </message>
    <message>
        <source>&amp;Lập dữ liệu</source>
        <translation>&amp;Make the data</translation>
    </message>
    <message>
        <source>Thiết lập lần đầu</source>
        <translation>First setup</translation>
    </message>
    <message>
        <source>Không cần mạng internet.</source>
        <translation>No internet needed.</translation>
    </message>
</context>
<context>
    <name>ShareEdit</name>
    <message>
        <source>Tỷ lệ có nhiều nhất hai chữ số thập phân, ví dụ 46,5. Nhập lại tỷ lệ.</source>
        <translation>A share has at most two decimals, for example 46,5. Enter it again.</translation>
    </message>
</context>
<context>
    <name>SheetFlow</name>
    <message>
        <source>Phiếu này chứa chính khóa của đơn vị: ai có phiếu thì gửi và mở được gói thay đơn vị. In một bản, niêm phong, lãnh đạo giữ trong tủ khóa; dùng khi máy hỏng hoặc quên mật khẩu.</source>
        <translation>This sheet holds the key of the unit itself: whoever has it can send and open packages in the unit&apos;s name. Print one copy, seal it, and let the head keep it in a locked cabinet; use it when the PC fails or the password is forgotten.</translation>
    </message>
    <message>
        <source>Lãnh đạo ký, đóng dấu rồi đưa phiếu cho nơi trao đổi, kèm tệp khóa .ntmk. Nơi nhận gõ mã trên phiếu để so với tệp.</source>
        <translation>The head signs and seals the sheet, then it is given to the one you exchange with, together with the key file .ntmk. The addressee types the code on the sheet to compare it with the file.</translation>
    </message>
    <message>
        <source>&amp;In phiếu</source>
        <translation>&amp;Print sheet</translation>
    </message>
    <message>
        <source>&amp;Lưu PDF</source>
        <translation>&amp;Save PDF</translation>
    </message>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Đang in</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Đang lập phiếu</source>
        <translation>Making the sheet</translation>
    </message>
    <message>
        <source>Niêm phong phiếu giấy. Nếu đã lưu PDF thì xóa tệp sau khi in.</source>
        <translation>Seal the paper sheet. If it was saved as PDF, delete the file after printing.</translation>
    </message>
    <message>
        <source>Mã trên phiếu: {}</source>
        <translation>Code on the sheet: {}</translation>
    </message>
    <message>
        <source>Đã lưu {}</source>
        <translation>Saved {}</translation>
    </message>
    <message>
        <source>Đã gửi {} ra máy in</source>
        <translation>{} sent to the printer</translation>
    </message>
    <message>
        <source>Phiếu phục hồi khóa {}</source>
        <translation>Key recovery sheet {}</translation>
    </message>
    <message>
        <source>Phiếu khóa {}</source>
        <translation>Key sheet {}</translation>
    </message>
</context>
<context>
    <name>SheetMenu</name>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Lưu mẫu…</source>
        <translation>Save template…</translation>
    </message>
    <message>
        <source>Xuất Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>Nhập từ Excel</source>
        <translation>Import from Excel</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx);;Mọi tệp (*)</source>
        <translation>Excel files (*.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>Mẫu {}.xlsx</source>
        <translation>Template {}.xlsx</translation>
    </message>
    <message>
        <source>Lưu mẫu</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>Xuất Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>Đang đọc Excel</source>
        <translation>Reading Excel</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx)</source>
        <translation>Excel files (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã lưu {}</source>
        <translation>Saved {}</translation>
    </message>
    <message>
        <source>Đang lưu Excel</source>
        <translation>Saving Excel</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>Tên giống “{}”.</source>
        <translation>Named like “{}”.</translation>
    </message>
    <message>
        <source>Có thể là hộ “{}”, đã ghi ở thôn khác.</source>
        <translation>It may be the household “{}”, recorded in another hamlet.</translation>
    </message>
</context>
<context>
    <name>SheetPreviewDialog</name>
    <message>
        <source>Xem trước khi nhập</source>
        <translation>Preview before importing</translation>
    </message>
    <message>
        <source>Các dòng sẽ nhập</source>
        <translation>Rows to be imported</translation>
    </message>
    <message>
        <source>Chuyển &amp;mã các ô sau sang Unicode</source>
        <translation>&amp;Convert these cells to Unicode</translation>
    </message>
    <message>
        <source>Các ô không phải Unicode</source>
        <translation>Cells that are not Unicode</translation>
    </message>
    <message>
        <source>&amp;Nhập</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>“{}” là công trình nào?</source>
        <translation>Which work is “{}”?</translation>
    </message>
    <message>
        <source>Đã nhập từ Excel: {} mới, {} đổi</source>
        <translation>Imported from Excel: {} new, {} changed</translation>
    </message>
    <message>
        <source>Có dòng giống tên công trình đã có. Nhấn Enter ở dòng đó để chọn.</source>
        <translation>A row is named like a known work. Press Enter on that row to choose.</translation>
    </message>
    <message>
        <source>Còn ô không nhập được. Sửa trong Excel, lưu lại rồi nhập lần nữa.</source>
        <translation>Some cells cannot be imported. Mend them in Excel, save and import again.</translation>
    </message>
    <message>
        <source>“{}” là hộ nào?</source>
        <translation>Which household is “{}”?</translation>
    </message>
    <message>
        <source>Không có gì mới để nhập.</source>
        <translation>There is nothing new to import.</translation>
    </message>
    <message>
        <source>Chuyển mã</source>
        <translation>Convert</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Dòng</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Sẽ làm</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Cách đọc</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Enter để đổi: chuyển mã hay giữ nguyên</source>
        <translation>Enter to change: convert or keep</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Đang ghi</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Đọc là</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Không đọc cột: {}.</source>
        <translation>Columns not read: {}.</translation>
    </message>
    <message>
        <source>{} dòng: {}</source>
        <translation>{} rows: {}</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Còn ô không nhập được. Sửa trong Excel, chép lại rồi dán lần nữa.</source>
        <translation>Some cells cannot be imported. Correct them in Excel, copy again and paste once more.</translation>
    </message>
    <message>
        <source>Có hộ đã ghi ở thôn khác. Nhấn Enter ở dòng đó để chọn.</source>
        <translation>Some households are recorded in another hamlet. Press Enter on that row to choose.</translation>
    </message>
    <message>
        <source>Danh sách hộ ghi ở thôn khác:
{}</source>
        <translation>Recorded in another hamlet:
{}</translation>
    </message>
    <message>
        <source>Là hộ này</source>
        <translation>It is this household</translation>
    </message>
    <message>
        <source>Là hộ {}</source>
        <translation>It is household {}</translation>
    </message>
    <message>
        <source>Là hộ khác cùng tên, thêm mới</source>
        <translation>Another household of that name, add it</translation>
    </message>
    <message>
        <source>Công trình đã có, tên gần giống:
{}
Chọn công trình này thì tên đã có được giữ.</source>
        <translation>Works there already, with a name like it:
{}
If you choose one, the name it has is kept.</translation>
    </message>
    <message>
        <source>Là công trình này</source>
        <translation>It is this work</translation>
    </message>
    <message>
        <source>Là công trình {}</source>
        <translation>It is work {}</translation>
    </message>
    <message>
        <source>Là công trình khác, thêm mới</source>
        <translation>It is another work, add it</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Tệp đã ký là tệp mới, tệp gốc giữ nguyên. Ký không cần mạng.</source>
        <translation>The signed file is a new one, the original stays as it is. Signing needs no network.</translation>
    </message>
    <message>
        <source>Ký số</source>
        <translation>Digital signature</translation>
    </message>
    <message>
        <source>&amp;Ký và lưu</source>
        <translation>Sign and sa&amp;ve</translation>
    </message>
    <message>
        <source>Tệp chứng thư số (.p12, .pfx)</source>
        <translation>Certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Thiết bị ký số (USB)</source>
        <translation>Signing device (USB)</translation>
    </message>
    <message>
        <source>&amp;Tệp PDF cần ký</source>
        <translation>PDF file &amp;to sign</translation>
    </message>
    <message>
        <source>Ký &amp;bằng</source>
        <translation>Sign &amp;by</translation>
    </message>
    <message>
        <source>Tệp &amp;chứng thư số</source>
        <translation>&amp;Certificate file</translation>
    </message>
    <message>
        <source>&amp;Mật khẩu</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Chỉ cần khi cắm nhiều thiết bị.</source>
        <translation>Only needed when several devices are plugged in.</translation>
    </message>
    <message>
        <source>&amp;Số, ký hiệu văn bản chính</source>
        <translation>Number and &amp;symbol of the main document</translation>
    </message>
    <message>
        <source>&amp;Hình chữ ký hoặc hình dấu (.png)</source>
        <translation>Picture of the signature or s&amp;eal (.png)</translation>
    </message>
    <message>
        <source>Nền trong suốt. Không có hình thì hiện tên, cơ quan và thời gian ký.</source>
        <translation>Transparent background. Without a picture, name, organisation and time are shown.</translation>
    </message>
    <message>
        <source>Lưu tệp đã ký</source>
        <translation>Save the signed file</translation>
    </message>
    <message>
        <source>Tệp PDF (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Đang ký số</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Tên th&amp;iết bị</source>
        <translation>Name of the &amp;device</translation>
    </message>
    <message>
        <source>Người có thẩm quyền</source>
        <translation>Person with authority</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Cơ quan, trên phụ lục riêng</source>
        <translation>Organisation, on a separate annex</translation>
    </message>
    <message>
        <source>Chữ ký củ&amp;a</source>
        <translation>Sign&amp;ature of</translation>
    </message>
    <message>
        <source>Thư &amp;viện của thiết bị</source>
        <translation>&amp;Library of the device</translation>
    </message>
    <message>
        <source>&amp;Mã PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Số và thời gian ký ở góc trên bên phải.</source>
        <translation>Number and time in the upper right corner.</translation>
    </message>
    <message>
        <source>Dấu trùm 1/3 chữ ký về bên trái.</source>
        <translation>The seal covers the left third of the signature.</translation>
    </message>
    <message>
        <source>Giữa chức vụ và họ tên.</source>
        <translation>Between post and name.</translation>
    </message>
    <message>
        <source>Chọn tệp PDF cần ký</source>
        <translation>Choose the PDF file to sign</translation>
    </message>
    <message>
        <source>Chọn thư viện của thiết bị</source>
        <translation>Choose the library of the device</translation>
    </message>
    <message>
        <source>Thư viện (*.dll *.so)</source>
        <translation>Libraries (*.dll *.so)</translation>
    </message>
    <message>
        <source>Chọn tệp chứng thư số</source>
        <translation>Choose the certificate file</translation>
    </message>
    <message>
        <source>Chứng thư số (*.p12 *.pfx)</source>
        <translation>Certificates (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Chọn hình chữ ký, hình dấu</source>
        <translation>Choose the picture of the signature or seal</translation>
    </message>
    <message>
        <source>Hình PNG (*.png)</source>
        <translation>PNG pictures (*.png)</translation>
    </message>
    <message>
        <source>Chưa chọn tệp PDF cần ký.</source>
        <translation>No PDF file to sign was chosen.</translation>
    </message>
    <message>
        <source>Chưa chọn khóa để ký.</source>
        <translation>No key to sign with was chosen.</translation>
    </message>
    <message>
        <source>Chưa nhập mật khẩu hoặc mã PIN.</source>
        <translation>No password or PIN was entered.</translation>
    </message>
    <message>
        <source>Chọn khóa để ký</source>
        <translation>Choose the key to sign with</translation>
    </message>
    <message>
        <source>Chọn…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Vă&amp;n bản trong tệp</source>
        <translation>Paper i&amp;n the file</translation>
    </message>
    <message>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Vài chữ của tên trong mục lục.</source>
        <translation>A few words of its title in the outline.</translation>
    </message>
    <message>
        <source>T&amp;rang</source>
        <translation>Pa&amp;ge</translation>
    </message>
    <message>
        <source>Để trống cả hai thì tự tìm chỗ ký.</source>
        <translation>With both empty the place is found.</translation>
    </message>
    <message>
        <source>Không tìm thấy chỗ ký (dưới chức vụ, trên họ tên) nên chữ ký nằm ở góc trên trang {}. Nếu cần ở chỗ khác, ký lại từ tệp gốc và ghi văn bản hoặc trang.</source>
        <translation>No place to sign (below the post, above the name) was found, so the signature stands in the upper corner of page {}. If it belongs elsewhere, sign the original file again and enter a paper or a page.</translation>
    </message>
    <message>
        <source>Chữ ký ở góc trang</source>
        <translation>Signature in the corner</translation>
    </message>
    <message>
        <source>Chưa lưu bản in nào để ký. Bấm Lưu PDF ở trang Hồ sơ để lưu bản in chính thức trước, hoặc chọn tệp đã lưu lần trước.</source>
        <translation>No print has been saved to sign. First save the final print with Save PDF on page Dossier, or choose a file saved earlier.</translation>
    </message>
    <message>
        <source>Đang tìm chỗ ký</source>
        <translation>Looking for the place to sign</translation>
    </message>
    <message>
        <source>“{}” là chứng thư của cơ quan, mà chỗ ký ở trang {} in tên “{}”.</source>
        <translation>“{}” is the certificate of an organisation, but the place to sign on page {} has the name “{}”.</translation>
    </message>
    <message>
        <source>“{}” là chứng thư của cơ quan, mà chữ ký ở trang {} là của người ký.</source>
        <translation>“{}” is the certificate of an organisation, but the signature on page {} is a person&apos;s.</translation>
    </message>
    <message>
        <source>Ký với tư cách cơ quan?</source>
        <translation>Sign as the organisation?</translation>
    </message>
    <message>
        <source>Ký là &amp;cơ quan</source>
        <translation>Sign as &amp;organisation</translation>
    </message>
    <message>
        <source>&amp;Vẫn ký vào chỗ này</source>
        <translation>&amp;Sign here anyway</translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Chỗ ký ở trang {} in tên “{}”, chứng thư của “{}”.</source>
        <translation>The place to sign on page {} has the name “{}”, the certificate is of “{}”.</translation>
    </message>
    <message>
        <source>Ký vào chỗ này?</source>
        <translation>Sign at this place?</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>đã xong</source>
        <translation>done</translation>
    </message>
    <message>
        <source>đang làm</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>chưa xong</source>
        <translation>not done</translation>
    </message>
    <message>
        <source>chưa làm</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>hạn {}</source>
        <translation>due {}</translation>
    </message>
    <message>
        <source>kế hoạch {}</source>
        <translation>planned {}</translation>
    </message>
</context>
<context>
    <name>StagesDialog</name>
    <message>
        <source>&amp;Ghi giai đoạn</source>
        <translation>&amp;Save stages</translation>
    </message>
    <message>
        <source>Giai đoạn hiện tại được tính từ ngày hoàn thành đã nhập.</source>
        <translation>The current stage follows from the days on which stages were done.</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kế hoạch</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Số ngày</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Ngày hoàn thành ở sau hôm nay. Nhập lại ngày.</source>
        <translation>The day is after today. Enter it again.</translation>
    </message>
    <message>
        <source>Giai đoạn: {}</source>
        <translation>Stages: {}</translation>
    </message>
    <message>
        <source>“{}” xong ngày {}, trước “{}” ({}).</source>
        <translation>“{}” was done on {}, before “{}” ({}).</translation>
    </message>
    <message>
        <source>Còn {} giai đoạn nữa.</source>
        <translation>{} more stages.</translation>
    </message>
    <message>
        <source>Xem lại ngày; đúng như giấy tờ thì cứ ghi.</source>
        <translation>Check the days; if the papers say so, record them.</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>none yet</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Lập dữ liệu với các lựa chọn này?</source>
        <translation>Make the data with these choices?</translation>
    </message>
    <message>
        <source>Sau bước này có thể nhập số liệu từng chỉ tiêu ngay. Mọi điều đã chọn đều sửa được.</source>
        <translation>After this, figures can be entered at once. All that was chosen can be changed.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu</source>
        <translation>Data folder</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Xem việc cần làm (Ctrl+T)</source>
        <translation>Show what is to do (Ctrl+T)</translation>
    </message>
    <message>
        <source>Đã lưu {}</source>
        <translation>Saved {}</translation>
    </message>
    <message>
        <source>Đã hoàn tác {}</source>
        <translation>Undone {}</translation>
    </message>
    <message>
        <source>Sao lưu: {}</source>
        <translation>Backup: {}</translation>
    </message>
    <message>
        <source>Chưa sao lưu</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>{} việc cần làm</source>
        <translation>{} to do</translation>
    </message>
    <message>
        <source>Mọi thay đổi được lưu ngay</source>
        <translation>Every change is saved at once</translation>
    </message>
    <message>
        <source>Đang làm việc trên máy này, được ghi vào lịch sử</source>
        <translation>Working at this PC; the history names them</translation>
    </message>
    <message>
        <source>Chưa có người phụ trách</source>
        <translation>Nobody is in charge yet</translation>
    </message>
    <message>
        <source>Có số chưa lưu</source>
        <translation>A number is not saved yet</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Bước {} trên {}</source>
        <translation>Step {} of {}</translation>
    </message>
    <message>
        <source>Đang chọn</source>
        <translation>Choosing now</translation>
    </message>
</context>
<context>
    <name>SubmissionsDialog</name>
    <message>
        <source>So sánh hai gói của {}</source>
        <translation>Compare two packages of {}</translation>
    </message>
    <message>
        <source>Những gì đã thay đổi</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Xã mới gửi một gói nên chưa có gì để so sánh. Chờ gói sau.</source>
        <translation>The commune has sent only one package, so there is nothing to compare. Wait for the next.</translation>
    </message>
    <message>
        <source>{} nội dung thay đổi</source>
        <translation>{} changes</translation>
    </message>
    <message>
        <source>Không có gì thay đổi</source>
        <translation>Nothing has changed</translation>
    </message>
    <message>
        <source>{}
Trước: {}
Nay: {}</source>
        <translation>{}
Then: {}
Now: {}</translation>
    </message>
    <message>
        <source>&amp;Trước</source>
        <translation>&amp;Then</translation>
    </message>
    <message>
        <source>&amp;Nay</source>
        <translation>&amp;Now</translation>
    </message>
</context>
<context>
    <name>SurveyDialog</name>
    <message>
        <source>Phiếu khảo sát: {}</source>
        <translation>Ballots: {}</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Ngày lấy phiếu</source>
        <translation>&amp;Day of the survey</translation>
    </message>
    <message>
        <source>Người thu &amp;phiếu</source>
        <translation>&amp;Collected by</translation>
    </message>
    <message>
        <source>&amp;Số hộ</source>
        <translation>&amp;Households</translation>
    </message>
    <message>
        <source>Số phiếu phát &amp;ra</source>
        <translation>Ballots &amp;issued</translation>
    </message>
    <message>
        <source>Số phiếu &amp;thu về</source>
        <translation>Ballots &amp;returned</translation>
    </message>
    <message>
        <source>Số phiếu &amp;hợp lệ</source>
        <translation>&amp;Valid ballots</translation>
    </message>
    <message>
        <source>Số phiếu hài &amp;lòng</source>
        <translation>Satis&amp;fied ballots</translation>
    </message>
    <message>
        <source>Số phiếu hài lòng về từng nội dung; chưa đếm thì để trống.</source>
        <translation>Satisfied ballots by content; leave empty what is not counted.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày lấy phiếu.</source>
        <translation>The day of the survey is missing.</translation>
    </message>
    <message>
        <source>Chưa nhập số hộ của thôn.</source>
        <translation>The households of the hamlet are missing.</translation>
    </message>
</context>
<context>
    <name>SurveyTab</name>
    <message>
        <source>Phiếu khảo sát từng thôn</source>
        <translation>Ballots by hamlet</translation>
    </message>
    <message>
        <source>&amp;Ghi phiếu</source>
        <translation>&amp;Enter ballots</translation>
    </message>
    <message>
        <source>&amp;Xóa phiếu</source>
        <translation>&amp;Remove ballots</translation>
    </message>
    <message>
        <source>Gõ thẳng vào ô, hoặc dán từ Excel.</source>
        <translation>Type in the cells, or paste from Excel.</translation>
    </message>
    <message>
        <source>Chưa có thôn nào. Nhập danh sách thôn ở trang Thiết lập, thẻ Xã.</source>
        <translation>No hamlet yet. Enter the hamlets in Settings, tab Commune.</translation>
    </message>
    <message>
        <source>Nhập danh sách thôn</source>
        <translation>Enter the hamlets</translation>
    </message>
    <message>
        <source>Nội &amp;dung phiếu</source>
        <translation>Contents of the &amp;ballot</translation>
    </message>
    <message>
        <source>Chưa có nội dung phiếu. Bấm Nội dung phiếu để ghi từng câu hỏi.</source>
        <translation>The ballot asks nothing yet. Press Contents of the ballot to enter what it asks.</translation>
    </message>
    <message>
        <source>Hài lòng từng nội dung</source>
        <translation>Satisfaction by content</translation>
    </message>
    <message>
        <source>{} trong {} thôn</source>
        <translation>{} of {} hamlets</translation>
    </message>
    <message>
        <source>hộ tham gia {}</source>
        <translation>{} of the households took part</translation>
    </message>
    <message>
        <source>hài lòng {}</source>
        <translation>{} satisfied</translation>
    </message>
    <message>
        <source>Đã xóa phiếu khảo sát của thôn.</source>
        <translation>The ballots of the hamlet were removed.</translation>
    </message>
    <message>
        <source>Dòng {}: không còn thôn nào.</source>
        <translation>Line {}: there is no further hamlet.</translation>
    </message>
    <message>
        <source>Chưa ghi được. Sửa rồi nhập lại.</source>
        <translation>Not saved. Mend it and enter it again.</translation>
    </message>
    <message>
        <source>Đã ghi phiếu của {} thôn.</source>
        <translation>Ballots of {} hamlets saved.</translation>
    </message>
    <message>
        <source>Đã ghi phiếu của {} thôn, thay số đã có của {} thôn: {}.</source>
        <translation>Ballots of {} hamlets saved; those of {} hamlets were replaced: {}.</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Đang đọc số liệu…</source>
        <translation>Reading the data…</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Trang trước, sau (Ctrl+PgUp, Ctrl+PgDn)</source>
        <translation>Previous, next (Ctrl+PgUp, Ctrl+PgDn)</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Lấy lại gói đã gửi</source>
        <translation>Take a sent package back</translation>
    </message>
    <message>
        <source>&amp;Lấy lại</source>
        <translation>&amp;Take back</translation>
    </message>
    <message>
        <source>Bỏ &amp;qua</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Lấy lại {} mục từ gói số {} đã gửi?</source>
        <translation>Take {} items back from package {} that was sent?</translation>
    </message>
    <message>
        <source>Gói này trả lại</source>
        <translation>This package gives back</translation>
    </message>
    <message>
        <source>Số liệu sửa trên máy này sau bản sao lưu, nếu mới hơn trong gói, được giữ nguyên. Thông tin cá nhân và minh chứng nội bộ không đi cùng gói nên không lấy lại được từ đây.</source>
        <translation>What was changed on this PC after the backup stays where it is newer than the package. Personal data and internal evidence never travel, so they cannot be taken back from here.</translation>
    </message>
    <message>
        <source>{} tệp đính kèm không có trong gói và không còn trên máy này: đính kèm lại sau.</source>
        <translation>{} attachments are neither in the package nor on this PC any more: attach them again later.</translation>
    </message>
    <message>
        <source>lập lúc {}</source>
        <translation>made at {}</translation>
    </message>
    <message>
        <source>mã {}</source>
        <translation>code {}</translation>
    </message>
</context>
<context>
    <name>TakingBackFlow</name>
    <message>
        <source>Chọn gói mới nhất mà đơn vị đã gửi</source>
        <translation>Choose the newest package that the unit sent</translation>
    </message>
    <message>
        <source>Gói dữ liệu (*.ntmx);;Mọi tệp (*)</source>
        <translation>Packages (*.ntmx);;All files (*)</translation>
    </message>
    <message>
        <source>Đang kiểm tra gói (MB)</source>
        <translation>Checking the package (MB)</translation>
    </message>
    <message>
        <source>Đang cất tệp của gói (MB)</source>
        <translation>Storing the files of the package (MB)</translation>
    </message>
    <message>
        <source>Đã dừng: chưa lấy lại gì, số liệu không thay đổi</source>
        <translation>Stopped: nothing was taken back, the data are unchanged</translation>
    </message>
    <message>
        <source>Chọn lại gói đó khi muốn lấy lại.</source>
        <translation>Choose that package again to take it back.</translation>
    </message>
    <message>
        <source>Đã lấy lại {} mục từ gói số {}</source>
        <translation>Took {} items back from package {}</translation>
    </message>
    <message>
        <source>Máy này đang có đủ số liệu của gói số {}</source>
        <translation>This PC has all that package {} holds</translation>
    </message>
    <message>
        <source>Số của gói đã cấp sau bản sao lưu không dùng lại được: phải bắt đầu đợt gửi mới. Cơ quan sẽ so mã khi nhận gói đầu của đợt.</source>
        <translation>Numbers given since the backup cannot be used again: a new epoch must begin. The authority compares the code of its first package.</translation>
    </message>
    <message>
        <source>&amp;Bắt đầu đợt mới và xuất gói</source>
        <translation>&amp;Begin a new epoch and export</translation>
    </message>
    <message>
        <source>Để &amp;sau</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>Xuất gói để cơ quan có số liệu hiện nay của xã.</source>
        <translation>Export a package, so that the authority has the commune&apos;s data of now.</translation>
    </message>
    <message>
        <source>&amp;Xuất gói</source>
        <translation>&amp;Export package</translation>
    </message>
    <message>
        <source>Không có gì để lấy lại từ gói này.</source>
        <translation>There is nothing to take back from this package.</translation>
    </message>
</context>
<context>
    <name>TargetDialog</name>
    <message>
        <source>Mức của chỉ tiêu {}</source>
        <translation>Target of indicator {}</translation>
    </message>
    <message>
        <source>&amp;Ghi mức</source>
        <translation>&amp;Save target</translation>
    </message>
    <message>
        <source>Đang áp dụng: {}</source>
        <translation>In force: {}</translation>
    </message>
    <message>
        <source>Mức của tỉnh</source>
        <translation>Set by the province</translation>
    </message>
    <message>
        <source>Mức riêng của xã</source>
        <translation>Set by the commune</translation>
    </message>
    <message>
        <source>&amp;Cấp quy định</source>
        <translation>Set &amp;by</translation>
    </message>
    <message>
        <source>&amp;Mức yêu cầu</source>
        <translation>&amp;Target</translation>
    </message>
    <message>
        <source>&amp;Số quyết định</source>
        <translation>&amp;Decision number</translation>
    </message>
    <message>
        <source>&amp;Ngày quyết định</source>
        <translation>Date &amp;of decision</translation>
    </message>
    <message>
        <source>Điề&amp;u, mục, phụ lục</source>
        <translation>&amp;Article, annex</translation>
    </message>
    <message>
        <source>Á&amp;p dụng từ ngày</source>
        <translation>&amp;In force from</translation>
    </message>
    <message>
        <source>Để trống: cho cả kỳ của bộ tiêu chí.</source>
        <translation>Empty: for the whole period of the set.</translation>
    </message>
    <message>
        <source>Chưa nhập mức yêu cầu.</source>
        <translation>Enter the target.</translation>
    </message>
    <message>
        <source>Chưa nhập số quyết định, ví dụ 728/QĐ-UBND.</source>
        <translation>Enter the number of the decision, e.g. 728/QĐ-UBND.</translation>
    </message>
    <message>
        <source>{} ngày {}</source>
        <translation>{} of {}</translation>
    </message>
    <message>
        <source>&amp;Dùng {}</source>
        <translation>&amp;Use {}</translation>
    </message>
</context>
<context>
    <name>TargetsSection</name>
    <message>
        <source>Lọc theo mã, chỉ tiêu, quyết định (Ctrl+F)</source>
        <translation>Filter by code, indicator, decision (Ctrl+F)</translation>
    </message>
    <message>
        <source>Lọc các mức</source>
        <translation>Filter the targets</translation>
    </message>
    <message>
        <source>Chưa có mức</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>Chưa đối chiếu (*)</source>
        <translation>Unverified (*)</translation>
    </message>
    <message>
        <source>Mức của tỉnh, của xã</source>
        <translation>Of province, commune</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Mức yêu cầu</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Theo văn bản</source>
        <translation>By document</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Mức đạt chuẩn</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Không có mức nào khớp với bộ lọc.</source>
        <translation>No target matches the filter.</translation>
    </message>
    <message>
        <source>&amp;Nhập mức</source>
        <translation>&amp;Enter target</translation>
    </message>
    <message>
        <source>&amp;Bỏ mức riêng</source>
        <translation>&amp;Remove own target</translation>
    </message>
    <message>
        <source>Đã đối &amp;chiếu</source>
        <translation>&amp;Confirm</translation>
    </message>
    <message>
        <source>Đã đố&amp;i chiếu tất cả</source>
        <translation>Confirm &amp;all</translation>
    </message>
    <message>
        <source>Nhận mức của &amp;tỉnh từ tệp</source>
        <translation>Read targets from &amp;file</translation>
    </message>
    <message>
        <source>Nhận mức của tỉnh từ tệp</source>
        <translation>Read targets from file</translation>
    </message>
    <message>
        <source>Đã bỏ mức riêng; chỉ tiêu theo mức chung.</source>
        <translation>Own target removed; the indicator follows the general one.</translation>
    </message>
    <message>
        <source>Tệp mức của tỉnh (*.json)</source>
        <translation>Targets of the province (*.json)</translation>
    </message>
    <message>
        <source>Đã nhận mức của tỉnh.</source>
        <translation>Targets of the province read.</translation>
    </message>
    <message>
        <source>Các mức này đã có trên máy</source>
        <translation>These targets are already here</translation>
    </message>
    <message>
        <source>Nội dung tệp giống hệt, không có gì thay đổi.</source>
        <translation>The file says the same; nothing changed.</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Unverified</translation>
    </message>
    <message>
        <source>Do tỉnh quy định</source>
        <translation>Set by province</translation>
    </message>
    <message>
        <source>(*) Mức chưa được đối chiếu với văn bản gốc.</source>
        <translation>(*) Target not yet held against its document.</translation>
    </message>
</context>
<context>
    <name>TaskDoneDialog</name>
    <message>
        <source>Ghi nhiệm vụ đã xong</source>
        <translation>Mark the task as done</translation>
    </message>
    <message>
        <source>&amp;Ghi đã xong</source>
        <translation>&amp;Mark as done</translation>
    </message>
    <message>
        <source>Hạn {}. Xong sau ngày này thì tính là trễ hạn.</source>
        <translation>Due {}. Done after that day counts as late.</translation>
    </message>
    <message>
        <source>&amp;Ngày xong</source>
        <translation>D&amp;one on</translation>
    </message>
    <message>
        <source>Chưa nhập ngày xong.</source>
        <translation>The day it was done is missing.</translation>
    </message>
</context>
<context>
    <name>ThresholdDialog</name>
    <message>
        <source>Nhập mức quy định</source>
        <translation>Enter a level</translation>
    </message>
    <message>
        <source>&amp;Ghi mức</source>
        <translation>&amp;Save level</translation>
    </message>
    <message>
        <source>Đang áp dụng: {}</source>
        <translation>In force: {}</translation>
    </message>
    <message>
        <source>Chưa đối chiếu</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Đã đối chiếu với văn bản</source>
        <translation>Checked against the document</translation>
    </message>
    <message>
        <source>&amp;Mức</source>
        <translation>L&amp;evel</translation>
    </message>
    <message>
        <source>Chưa có mức thì để trống.</source>
        <translation>Leave it empty while there is none.</translation>
    </message>
    <message>
        <source>&amp;Số, ngày văn bản</source>
        <translation>&amp;Number and day of the document</translation>
    </message>
    <message>
        <source>Đối &amp;chiếu</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>&amp;Người đối chiếu</source>
        <translation>Checked &amp;by</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Mở ảnh</source>
        <translation>Open photo</translation>
    </message>
    <message>
        <source>Gỡ ảnh khỏi lần đo</source>
        <translation>Take photo off the measurement</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hoàn tác (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Làm lại (Ctrl+Y)</source>
        <translation>Redo (Ctrl+Y)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hoàn tác “{}” (Ctrl+Z)</source>
        <translation>Undo “{}” (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Chưa có việc nào để hoàn tác</source>
        <translation>There is nothing to undo yet</translation>
    </message>
</context>
<context>
    <name>UnitPriceDialog</name>
    <message>
        <source>Đơn giá đóng góp</source>
        <translation>Prices of gifts</translation>
    </message>
    <message>
        <source>&amp;Ghi đơn giá</source>
        <translation>&amp;Save price</translation>
    </message>
    <message>
        <source>Khoản đã ghi giữ đơn giá của ngày đóng góp.</source>
        <translation>What is recorded keeps the price of its day.</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Đơn giá (đồng)</source>
        <translation>Price (đồng)</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Sửa: {}, {} đồng/{} từ {}</source>
        <translation>Correct: {}, {} đồng/{} from {}</translation>
    </message>
    <message>
        <source>Thêm đơn giá mới</source>
        <translation>Add a price</translation>
    </message>
    <message>
        <source>Việ&amp;c</source>
        <translation>A&amp;ct</translation>
    </message>
    <message>
        <source>&amp;Loại</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>đồng</source>
        <translation>đồng</translation>
    </message>
    <message>
        <source>Đơn &amp;vị</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>&amp;Số văn bản</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>Chưa nhập đơn giá, ví dụ 180.000.</source>
        <translation>The price is missing, e.g. 180.000.</translation>
    </message>
    <message>
        <source>Chưa nhập ngày áp dụng.</source>
        <translation>Enter the day it comes into force.</translation>
    </message>
    <message>
        <source>Tên hiện vật, l&amp;oại đất</source>
        <translation>I&amp;tem, kind of land</translation>
    </message>
    <message>
        <source>Áp &amp;dụng từ ngày</source>
        <translation>In &amp;force since</translation>
    </message>
    <message>
        <source>Lý do sử&amp;a</source>
        <translation>Reaso&amp;n for the correction</translation>
    </message>
    <message>
        <source>Đơn g&amp;iá</source>
        <translation>Unit &amp;price</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Mật khẩu khóa</source>
        <translation>Key password</translation>
    </message>
    <message>
        <source>&amp;Mở khóa</source>
        <translation>&amp;Unlock</translation>
    </message>
    <message>
        <source>Nhập mật khẩu mà cơ quan đã đặt khi lập khóa. Chỉ hỏi một lần cho đến khi đóng chương trình.</source>
        <translation>Enter the password set when the key was made. It is asked only once until the program is closed.</translation>
    </message>
    <message>
        <source>Mật &amp;khẩu khóa</source>
        <translation>Key &amp;password</translation>
    </message>
    <message>
        <source>Chưa nhập mật khẩu.</source>
        <translation>The password is missing.</translation>
    </message>
</context>
<context>
    <name>VerdictCounts</name>
    <message>
        <source>Xem chỉ tiêu ({})</source>
        <translation>Show indicators ({})</translation>
    </message>
    <message>
        <source>Chỉ tiêu {}/{} đạt</source>
        <translation>Indicators {}/{} met</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Các bản trước: {} ({})</source>
        <translation>Earlier versions: {} ({})</translation>
    </message>
    <message>
        <source>Phần này chưa có bản nào của xã; đang dùng văn mẫu.</source>
        <translation>The commune has not worded this part yet; the default text is used.</translation>
    </message>
    <message>
        <source>Ngày viết</source>
        <translation>Written on</translation>
    </message>
    <message>
        <source>Hồ sơ năm</source>
        <translation>Dossier of</translation>
    </message>
    <message>
        <source>Lời văn</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hiện nay</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Các bản trước</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>Lời văn của bản này</source>
        <translation>Text of this version</translation>
    </message>
    <message>
        <source>&amp;Lấy lại bản này</source>
        <translation>&amp;Take this one back</translation>
    </message>
    <message>
        <source>Đón&amp;g</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>(dùng lại văn mẫu)</source>
        <translation>(back to the default)</translation>
    </message>
    <message>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Người viết</source>
        <translation>Written by</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Rút khoản đóng góp</source>
        <translation>Withdraw the contribution</translation>
    </message>
    <message>
        <source>&amp;Rút đóng góp</source>
        <translation>&amp;Withdraw</translation>
    </message>
    <message>
        <source>Ngà&amp;y rút</source>
        <translation>Da&amp;y of withdrawal</translation>
    </message>
    <message>
        <source>&amp;Lý do</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Chưa nhập ngày rút.</source>
        <translation>The day of withdrawal is missing.</translation>
    </message>
    <message>
        <source>Ghi lý do rút, ví dụ hộ đổi ý sau khi đo lại đất.</source>
        <translation>Give the reason, for example a change of mind after the land was measured again.</translation>
    </message>
</context>
<context>
    <name>WorkActions</name>
    <message>
        <source>Đã xóa công trình khỏi danh mục.</source>
        <translation>The work was taken out of the register.</translation>
    </message>
    <message>
        <source>Ảnh (*.jpg *.jpeg *.png *.webp);;Mọi tệp (*)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp);;All files (*)</translation>
    </message>
    <message>
        <source>Chọn ảnh hiện trường</source>
        <translation>Choose photos of the site</translation>
    </message>
    <message>
        <source>Đang nhận ảnh</source>
        <translation>Taking photos in</translation>
    </message>
    <message>
        <source>Chỉ xóa khi nhập nhầm. Nội dung đã nhập và lý do xóa vẫn được lưu.</source>
        <translation>Remove only what was entered by mistake. What was entered and why it went are kept.</translation>
    </message>
    <message>
        <source>Đã gỡ ảnh khỏi lần đo.</source>
        <translation>The photo was taken off the measurement.</translation>
    </message>
    <message>
        <source>{} {} đồng ngày {} sẽ không còn được tính. Khoản đã nhập vẫn được lưu.</source>
        <translation>{} {} đồng of {} will not be counted any more. What was entered is kept.</translation>
    </message>
    <message>
        <source>Hủy khoản đã ghi</source>
        <translation>Take back an entry</translation>
    </message>
    <message>
        <source>&amp;Hủy khoản này</source>
        <translation>&amp;Take it back</translation>
    </message>
    <message>
        <source>Xóa phụ lục</source>
        <translation>Remove annex</translation>
    </message>
    <message>
        <source>Xóa hợp đồng</source>
        <translation>Remove contract</translation>
    </message>
    <message>
        <source>&amp;Xóa phụ lục</source>
        <translation>&amp;Remove annex</translation>
    </message>
    <message>
        <source>&amp;Xóa hợp đồng</source>
        <translation>&amp;Remove contract</translation>
    </message>
    <message>
        <source>Văn bản (*.pdf *.jpg *.jpeg *.png *.docx);;Mọi tệp (*)</source>
        <translation>Documents (*.pdf *.jpg *.jpeg *.png *.docx);;All files (*)</translation>
    </message>
    <message>
        <source>Chọn tệp của văn bản</source>
        <translation>Choose the file of the document</translation>
    </message>
    <message>
        <source>Đang nhận tệp</source>
        <translation>Taking in the file</translation>
    </message>
</context>
<context>
    <name>WorkCharts</name>
    <message>
        <source>Biểu đồ tiến độ lũy kế</source>
        <translation>Chart of progress</translation>
    </message>
    <message>
        <source>Biểu đồ các giai đoạn</source>
        <translation>Chart of the stages</translation>
    </message>
    <message>
        <source>Tiến độ lũy kế</source>
        <translation>Progress so far</translation>
    </message>
    <message>
        <source>Các giai đoạn</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Chưa chốt kế hoạch khối lượng nên không tính được số ngày chậm.</source>
        <translation>No plan is decided yet, so the days of delay cannot be counted.</translation>
    </message>
    <message>
        <source>Kế hoạch chốt ngày {}.</source>
        <translation>Plan decided on {}.</translation>
    </message>
    <message>
        <source>Kế hoạch trước chốt ngày {}; đổi vì: {}.</source>
        <translation>The plan before was decided on {}; changed because: {}.</translation>
    </message>
    <message>
        <source>Khối lượng cao hơn giải ngân {} điểm phần trăm.</source>
        <translation>Physical progress is {} percentage points ahead of payment.</translation>
    </message>
    <message>
        <source>Khối lượng thấp hơn giải ngân {} điểm phần trăm.</source>
        <translation>Physical progress is {} percentage points behind payment.</translation>
    </message>
    <message>
        <source>Khối lượng và giải ngân bằng nhau.</source>
        <translation>Physical progress and payment are equal.</translation>
    </message>
</context>
<context>
    <name>WorkContracts</name>
    <message>
        <source>Hợp đồng và phụ lục</source>
        <translation>Contracts and annexes</translation>
    </message>
    <message>
        <source>Chưa nhập hợp đồng.</source>
        <translation>No contract was entered yet.</translation>
    </message>
    <message>
        <source>Nhập &amp;phụ lục</source>
        <translation>Enter &amp;annex</translation>
    </message>
    <message>
        <source>S&amp;ửa hợp đồng, phụ lục</source>
        <translation>Co&amp;rrect contract, annex</translation>
    </message>
    <message>
        <source>Xó&amp;a hợp đồng, phụ lục</source>
        <translation>Rem&amp;ove contract, annex</translation>
    </message>
    <message>
        <source>Nhập &amp;hợp đồng</source>
        <translation>Enter &amp;contract</translation>
    </message>
    <message>
        <source>Quyết &amp;toán, bảo hành</source>
        <translation>&amp;Settlement, warranty</translation>
    </message>
    <message>
        <source>Chưa quyết toán.</source>
        <translation>Not settled yet.</translation>
    </message>
    <message>
        <source>Quyết toán ngày {}, chưa nhập giá trị.</source>
        <translation>Settled on {}, value not entered yet.</translation>
    </message>
    <message>
        <source>Quyết toán {} đồng theo quyết định số {} ngày {}.</source>
        <translation>Settled at {} đồng by decision {} of {}.</translation>
    </message>
    <message>
        <source>Quyết toán {} đồng, ngày {}.</source>
        <translation>Settled at {} đồng on {}.</translation>
    </message>
    <message>
        <source>Chưa nhập thời hạn bảo hành.</source>
        <translation>No warranty was entered yet.</translation>
    </message>
    <message>
        <source>Bảo hành đến {}.</source>
        <translation>Warranted until {}.</translation>
    </message>
    <message>
        <source>Tiền giữ lại bảo hành {} đồng, chưa trả.</source>
        <translation>Retention money: {} đồng, not released.</translation>
    </message>
    <message>
        <source>Tiền giữ lại bảo hành {} đồng, đã trả ngày {}.</source>
        <translation>Retention money: {} đồng, released on {}.</translation>
    </message>
</context>
<context>
    <name>WorkDetail</name>
    <message>
        <source>&amp;Ghi khối lượng</source>
        <translation>&amp;Record progress</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Xóa công trình</source>
        <translation>De&amp;lete work</translation>
    </message>
    <message>
        <source>Tổng quan</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Vốn</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Nhận xét</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Chưa có nhận xét nào về công trình này.</source>
        <translation>No remarks on this work yet.</translation>
    </message>
    <message>
        <source>Nhận xét {}</source>
        <translation>Remarks {}</translation>
    </message>
    <message>
        <source>dự kiến xong {}</source>
        <translation>expected {}</translation>
    </message>
    <message>
        <source>hợp đồng đến {}</source>
        <translation>contract until {}</translation>
    </message>
    <message>
        <source>Giai đ&amp;oạn</source>
        <translation>&amp;Stages</translation>
    </message>
    <message>
        <source>&amp;Kế hoạch khối lượng</source>
        <translation>&amp;Plan of progress</translation>
    </message>
    <message>
        <source>Điề&amp;u kiện đặc thù</source>
        <translation>Ro&amp;ute conditions</translation>
    </message>
    <message>
        <source>Nhật ký và ảnh</source>
        <translation>Diary and photos</translation>
    </message>
    <message>
        <source>Nhật ký và ảnh {}</source>
        <translation>Diary and photos {}</translation>
    </message>
    <message>
        <source>Mặt bằng</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Mặt bằng {}</source>
        <translation>Land {}</translation>
    </message>
    <message>
        <source>Hợp đồng</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>phụ trách {}</source>
        <translation>in charge: {}</translation>
    </message>
    <message>
        <source>chưa dự kiến được ngày xong</source>
        <translation>finish not foreseeable</translation>
    </message>
    <message>
        <source>Đóng góp</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Đóng góp {}</source>
        <translation>Contributions {}</translation>
    </message>
    <message>
        <source>Văn bản {}</source>
        <translation>Documents {}</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Sửa công trình</source>
        <translation>Edit work</translation>
    </message>
    <message>
        <source>Thêm công trình</source>
        <translation>Add work</translation>
    </message>
    <message>
        <source>&amp;Ghi</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Thêm công trình</source>
        <translation>&amp;Add work</translation>
    </message>
    <message>
        <source>Trình tự thông thường</source>
        <translation>Ordinary procedure</translation>
    </message>
    <message>
        <source>Cơ chế đặc thù, giao cộng đồng</source>
        <translation>Simplified procedure, built by the community</translation>
    </message>
    <message>
        <source>Tê&amp;n công trình</source>
        <translation>&amp;Name of the work</translation>
    </message>
    <message>
        <source>Đường trục thôn, bê tông 0,85 km</source>
        <translation>Main road of the hamlet, concrete, 0.85 km</translation>
    </message>
    <message>
        <source>&amp;Loại công trình</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>T&amp;rình tự</source>
        <translation>&amp;Procedure</translation>
    </message>
    <message>
        <source>Địa điể&amp;m</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <source>&amp;Quy mô</source>
        <translation>S&amp;cale</translation>
    </message>
    <message>
        <source>&amp;Chủ đầu tư</source>
        <translation>&amp;Investor</translation>
    </message>
    <message>
        <source>Phục &amp;vụ chỉ tiêu</source>
        <translation>Ser&amp;ves the indicators</translation>
    </message>
    <message>
        <source>Mã chỉ tiêu, cách nhau bằng dấu phẩy.</source>
        <translation>Codes of indicators, with commas between them.</translation>
    </message>
    <message>
        <source>Chưa nhập tên công trình.</source>
        <translation>The name of the work is missing.</translation>
    </message>
    <message>
        <source>Chưa giao</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Người &amp;phụ trách</source>
        <translation>In char&amp;ge</translation>
    </message>
    <message>
        <source>T&amp;hôn</source>
        <translation>&amp;Hamlets</translation>
    </message>
    <message>
        <source>Tên thôn, cách nhau bằng dấu chấm phẩy.</source>
        <translation>Names of hamlets, with semicolons between them.</translation>
    </message>
    <message>
        <source>Gh&amp;i chú</source>
        <translation>Not&amp;e</translation>
    </message>
    <message>
        <source>Số quyết định phê &amp;duyệt</source>
        <translation>Number of the approving &amp;decision</translation>
    </message>
    <message>
        <source>Ngày của quyết định là ngày hoàn thành giai đoạn Phê duyệt.</source>
        <translation>The day of the decision is the day on which the stage of approval was done.</translation>
    </message>
    <message>
        <source>Cơ quan &amp;ban hành</source>
        <translation>Iss&amp;ued by</translation>
    </message>
</context>
<context>
    <name>WorkDiary</name>
    <message>
        <source>Các lần đo khối lượng</source>
        <translation>Measurements</translation>
    </message>
    <message>
        <source>Sửa &amp;lần đo</source>
        <translation>Correct &amp;measurement</translation>
    </message>
    <message>
        <source>Chưa ghi khối lượng lần nào.</source>
        <translation>Nothing was measured yet.</translation>
    </message>
    <message>
        <source>Kéo ảnh hiện trường vào đây</source>
        <translation>Drop photos of the site here</translation>
    </message>
    <message>
        <source>Thê&amp;m ảnh</source>
        <translation>&amp;Add photos</translation>
    </message>
    <message>
        <source>Lý do: {}</source>
        <translation>Reason: {}</translation>
    </message>
    <message>
        <source>Trước khi sửa: ngày {}, {}</source>
        <translation>Before the correction: {}, {}</translation>
    </message>
    <message>
        <source>{}, {} triệu đồng</source>
        <translation>{}, {} million đồng</translation>
    </message>
</context>
<context>
    <name>WorkDocuments</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Nơi ban hành, bên ký</source>
        <translation>Issued or signed by</translation>
    </message>
    <message>
        <source>Dùng cho, nội dung</source>
        <translation>What it is for</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Hợp đồng</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Phụ lục</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>Công văn</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Giai đoạn {}</source>
        <translation>Stage {}</translation>
    </message>
    <message>
        <source>Tổng mức đầu tư</source>
        <translation>Total investment</translation>
    </message>
    <message>
        <source>Điều chỉnh tổng mức đầu tư</source>
        <translation>Adjustment of the total investment</translation>
    </message>
    <message>
        <source>Cam kết vốn ({} {})</source>
        <translation>Capital committed ({} {})</translation>
    </message>
    <message>
        <source>Bố trí vốn ({} {})</source>
        <translation>Capital allotted ({} {})</translation>
    </message>
    <message>
        <source>Giải ngân vốn ({} {})</source>
        <translation>Capital disbursed ({} {})</translation>
    </message>
    <message>
        <source>Nghiệm thu khối lượng</source>
        <translation>Volume accepted</translation>
    </message>
    <message>
        <source>Vướng mắc: {}</source>
        <translation>Obstacle: {}</translation>
    </message>
    <message>
        <source>Thi công</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>Sửa đổi hợp đồng {}</source>
        <translation>Changes contract {}</translation>
    </message>
    <message>
        <source>Đôn đốc {}</source>
        <translation>Urges {}</translation>
    </message>
    <message>
        <source>Văn bản của công trình</source>
        <translation>Documents of the work</translation>
    </message>
    <message>
        <source>Công trình này chưa có văn bản nào. Văn bản vào đây khi ghi số quyết định, hợp đồng, cam kết vốn, công văn đôn đốc.</source>
        <translation>This work has no document yet. They come here as the numbers of decisions, contracts, commitments of capital and urging letters are entered.</translation>
    </message>
    <message>
        <source>&amp;Mở tệp</source>
        <translation>&amp;Open the file</translation>
    </message>
    <message>
        <source>Đính kèm &amp;tệp…</source>
        <translation>Attach a &amp;file…</translation>
    </message>
    <message>
        <source>Bản chụp hoặc tệp PDF của quyết định, công văn đến đang chọn</source>
        <translation>A scan or PDF file of the chosen decision or incoming letter</translation>
    </message>
</context>
<context>
    <name>WorkGifts</name>
    <message>
        <source>Đóng góp cho công trình</source>
        <translation>Contributions to the work</translation>
    </message>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Đóng góp cho công trình theo thôn</source>
        <translation>Contributions to the work by hamlet</translation>
    </message>
    <message>
        <source>Chưa ghi khoản đóng góp nào cho công trình này.</source>
        <translation>No contribution to this work has been recorded.</translation>
    </message>
    <message>
        <source>&amp;Mở Huy động</source>
        <translation>&amp;Open Mobilisation</translation>
    </message>
    <message>
        <source>{} khoản, tổng giá trị {} đồng; đã rút {} khoản</source>
        <translation>{} entries, {} đồng in all; {} withdrawn</translation>
    </message>
    <message>
        <source>{} khoản, tổng giá trị {} đồng</source>
        <translation>{} entries, {} đồng in all</translation>
    </message>
</context>
<context>
    <name>WorkLand</name>
    <message>
        <source>Hộ</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>Mặt bằng của công trình</source>
        <translation>Land of the work</translation>
    </message>
    <message>
        <source>Công trình này chưa có thửa đất nào phải giải phóng.</source>
        <translation>This work has no plot to be cleared yet.</translation>
    </message>
    <message>
        <source>{} hộ chưa bàn giao hết đất. Danh sách hộ và thửa đất ở lại xã.</source>
        <translation>{} households have not handed over all their land. The list of households and plots stays in the commune.</translation>
    </message>
    <message>
        <source>Không có hộ nào còn phải bàn giao đất.</source>
        <translation>No household has land left to hand over.</translation>
    </message>
    <message>
        <source>&amp;Mở Giải phóng mặt bằng</source>
        <translation>&amp;Open site clearance</translation>
    </message>
    <message>
        <source>Nhậ&amp;p từ Excel…</source>
        <translation>Im&amp;port from Excel…</translation>
    </message>
    <message>
        <source>Các hộ, thửa đất của công trình này</source>
        <translation>Households and plots of this work</translation>
    </message>
</context>
<context>
    <name>WorkMoney</name>
    <message>
        <source>Vốn theo năm và nguồn</source>
        <translation>Money by year and source</translation>
    </message>
    <message>
        <source>Các khoản đã ghi</source>
        <translation>All entries</translation>
    </message>
    <message>
        <source>Biểu đồ vốn theo năm</source>
        <translation>Chart of capital by year</translation>
    </message>
    <message>
        <source>Chưa nhập vốn.</source>
        <translation>No money was entered yet.</translation>
    </message>
    <message>
        <source>Sửa &amp;khoản</source>
        <translation>Correct &amp;entry</translation>
    </message>
    <message>
        <source>Hủ&amp;y khoản</source>
        <translation>&amp;Take entry back</translation>
    </message>
    <message>
        <source>Nhập &amp;vốn</source>
        <translation>Enter &amp;money</translation>
    </message>
    <message>
        <source>Nhập nghiệm th&amp;u</source>
        <translation>Enter accepted &amp;volume</translation>
    </message>
    <message>
        <source>Trước khi sửa: ngày {}, {} đồng</source>
        <translation>Before the correction: {}, {} đồng</translation>
    </message>
    <message>
        <source>Nguồn t&amp;rả nợ đọng</source>
        <translation>&amp;Repayment of the debt</translation>
    </message>
    <message>
        <source>Nợ đọng {} đồng.</source>
        <translation>Debt: {} đồng.</translation>
    </message>
    <message>
        <source>Nguồn xử lý nợ đọng: {}; hạn {}.</source>
        <translation>The debt is paid from: {}; by {}.</translation>
    </message>
    <message>
        <source>Chưa có nguồn và thời hạn xử lý.</source>
        <translation>No source and deadline for paying it yet.</translation>
    </message>
    <message>
        <source>Khoản này đã hủy, không sửa được nữa.</source>
        <translation>This entry was voided and can no longer be corrected.</translation>
    </message>
</context>
<context>
    <name>WorkOverview</name>
    <message>
        <source>Biểu đồ tiến độ lũy kế</source>
        <translation>Chart of progress</translation>
    </message>
    <message>
        <source>Tiến độ lũy kế</source>
        <translation>Progress so far</translation>
    </message>
</context>
<context>
    <name>WorkPapers</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Khoản</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Nguồn, năm</source>
        <translation>Source, year</translation>
    </message>
    <message>
        <source>Số tiền (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Ghi chú, lý do</source>
        <translation>Note, reason</translation>
    </message>
    <message>
        <source>Tổng mức đầu tư</source>
        <translation>Total investment</translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation>Committed</translation>
    </message>
    <message>
        <source>Bố trí</source>
        <translation>Allotted</translation>
    </message>
    <message>
        <source>Giải ngân</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Nghiệm thu lũy kế</source>
        <translation>Accepted so far</translation>
    </message>
    <message>
        <source>Đã hủy: {}</source>
        <translation>Taken back: {}</translation>
    </message>
    <message>
        <source>Hợp đồng, phụ lục</source>
        <translation>Contract, annex</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Giá trị (đồng)</source>
        <translation>Value (đồng)</translation>
    </message>
    <message>
        <source>Khởi công</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Đơn vị thi công, lý do</source>
        <translation>Contractor, reason</translation>
    </message>
    <message>
        <source>Hợp đồng {}</source>
        <translation>Contract {}</translation>
    </message>
    <message>
        <source>Phụ lục {}</source>
        <translation>Annex {}</translation>
    </message>
    <message>
        <source>{}; đã sửa: {}</source>
        <translation>{}; corrected: {}</translation>
    </message>
</context>
<context>
    <name>Works</name>
    <message>
        <source>TT</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>TC</source>
        <translation>Crit</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Khối lượng</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Khối lượng đã làm; vạch đứng là kế hoạch đến nay</source>
        <translation>Share that is built; the tick is the plan to date</translation>
    </message>
    <message>
        <source>Chậm</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Số ngày chậm so với kế hoạch</source>
        <translation>Days behind the plan</translation>
    </message>
    <message>
        <source>Tổng mức</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Tổng mức đầu tư</source>
        <translation>Total investment</translation>
    </message>
    <message>
        <source>Đã bố trí</source>
        <translation>Allotted</translation>
    </message>
    <message>
        <source>Vốn đã bố trí</source>
        <translation>Capital allotted</translation>
    </message>
    <message>
        <source>Giải ngân</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Vốn đã giải ngân</source>
        <translation>Capital paid out</translation>
    </message>
    <message>
        <source>Đơn vị thi công</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>Chậm {} ngày</source>
        <translation>{} days late</translation>
    </message>
    <message>
        <source>Đã làm {}, kế hoạch đến nay {}</source>
        <translation>Built {}, plan to date {}</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Giá trị khối lượng, triệu đồng</source>
        <translation>Value of what is built, million đồng</translation>
    </message>
    <message>
        <source>Giá trị khối lượng (đồng)</source>
        <translation>Value of what is built (đồng)</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Nguyên nhân chậm</source>
        <translation>Cause of the delay</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Năm, nguồn</source>
        <translation>Year, source</translation>
    </message>
    <message>
        <source>Cam kết</source>
        <translation>Committed</translation>
    </message>
    <message>
        <source>Cam kết (đồng)</source>
        <translation>Committed (đồng)</translation>
    </message>
    <message>
        <source>Bố trí</source>
        <translation>Allotted</translation>
    </message>
    <message>
        <source>Bố trí (đồng)</source>
        <translation>Allotted (đồng)</translation>
    </message>
    <message>
        <source>Năm {}</source>
        <translation>Year {}</translation>
    </message>
    <message>
        <source>Tổng</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Ảnh</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Tổng {} công trình</source>
        <translation>Total of {} work(s)</translation>
    </message>
    <message>
        <source>Số ảnh hiện trường</source>
        <translation>Number of photos of the site</translation>
    </message>
    <message>
        <source>Đã làm {}, chưa có kế hoạch khối lượng</source>
        <translation>Done {}; no plan of progress yet</translation>
    </message>
    <message>
        <source>Tổng mức (đồng)</source>
        <translation>Total (đồng)</translation>
    </message>
    <message>
        <source>Đã bố trí (đồng)</source>
        <translation>Allotted (đồng)</translation>
    </message>
    <message>
        <source>Giải ngân (đồng)</source>
        <translation>Disbursed (đồng)</translation>
    </message>
    <message>
        <source>Tổng cộng</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>WorksCard</name>
    <message>
        <source>Công trình cần chú ý</source>
        <translation>Works to look after</translation>
    </message>
    <message>
        <source>Mở trang Công trình (Ctrl+3)</source>
        <translation>Open page Works (Ctrl+3)</translation>
    </message>
    <message>
        <source>{} gấp nhất trong {}</source>
        <translation>{} most urgent of {}</translation>
    </message>
    <message>
        <source>Xem {} công trình</source>
        <translation>Show {} works</translation>
    </message>
    <message>
        <source>Thêm công trình</source>
        <translation>Add work</translation>
    </message>
    <message>
        <source>Không có công trình nào cần chú ý. Ghi lần đo mới ở trang Công trình.</source>
        <translation>No work needs attention. Record new measurements on page Works.</translation>
    </message>
    <message>
        <source>Chưa có công trình nào. Thêm công trình để theo dõi tiến độ.</source>
        <translation>No work yet. Add one to follow its progress.</translation>
    </message>
    <message>
        <source>chậm {} ngày</source>
        <translation>{} days late</translation>
    </message>
    <message>
        <source>nợ đọng {} triệu</source>
        <translation>debt {} million</translation>
    </message>
</context>
<context>
    <name>WorksPage</name>
    <message>
        <source>Công trình</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Thêm &amp;công trình</source>
        <translation>Add &amp;work</translation>
    </message>
    <message>
        <source>Đơ&amp;n vị thi công</source>
        <translation>Contracto&amp;rs</translation>
    </message>
    <message>
        <source>công trình</source>
        <translation>works</translation>
    </message>
    <message>
        <source>{} công trình</source>
        <translation>{} work(s)</translation>
    </message>
    <message>
        <source>{} cần chú ý</source>
        <translation>{} to look at</translation>
    </message>
    <message>
        <source>tiền: triệu đồng, chậm: ngày</source>
        <translation>money: million đồng, late: days</translation>
    </message>
    <message>
        <source>&amp;In, xuất</source>
        <translation>&amp;Print, export</translation>
    </message>
    <message>
        <source>&amp;Thời gian các công trình</source>
        <translation>&amp;Time of all works</translation>
    </message>
    <message>
        <source>Thời gian các công trình</source>
        <translation>Time of all works</translation>
    </message>
    <message>
        <source>Chưa có công trình nào. Thêm từng công trình, hoặc nhập danh mục từ Excel.</source>
        <translation>There are no works yet. Add them one by one, or import a list from Excel.</translation>
    </message>
    <message>
        <source>Biểu đồ vẽ {} công trình đầu danh mục, danh mục có {}.</source>
        <translation>The chart draws the first {} works of the register, which has {}.</translation>
    </message>
    <message>
        <source>Nhập từ Excel, lưu mẫu, xuất Excel</source>
        <translation>Import from Excel, save template, export to Excel</translation>
    </message>
    <message>
        <source>Exce&amp;l</source>
        <translation>Exce&amp;l</translation>
    </message>
    <message>
        <source>Danh sách và công trình đang chọn</source>
        <translation>The list and the chosen work</translation>
    </message>
    <message>
        <source>mặt bằng</source>
        <translation>site clearance</translation>
    </message>
    <message>
        <source>Đang đọc số liệu…</source>
        <translation>Reading the data…</translation>
    </message>
</context>
<context>
    <name>_Capital</name>
    <message>
        <source>Tổng</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Chưa nhập vốn.</source>
        <translation>No money was entered yet.</translation>
    </message>
    <message>
        <source>Vốn theo nguồn</source>
        <translation>Money by source</translation>
    </message>
    <message>
        <source>triệu đồng</source>
        <translation>million đồng</translation>
    </message>
    <message>
        <source>cam kết</source>
        <translation>committed</translation>
    </message>
    <message>
        <source>bố trí</source>
        <translation>allotted</translation>
    </message>
    <message>
        <source>giải ngân</source>
        <translation>paid</translation>
    </message>
</context>
<context>
    <name>_ChangeView</name>
    <message>
        <source>Thêm {}</source>
        <translation>Added {}</translation>
    </message>
    <message>
        <source>Sửa {}</source>
        <translation>Changed {}</translation>
    </message>
    <message>
        <source>Xóa {}</source>
        <translation>Deleted {}</translation>
    </message>
    <message>
        <source>Phục hồi {}</source>
        <translation>Brought back {}</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>After</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>_CodesEdit</name>
    <message>
        <source>Không có chỉ tiêu {}. Nhập mã, ví dụ 2.2, 6.1.</source>
        <translation>There is no indicator {}. Enter codes, for example 2.2, 6.1.</translation>
    </message>
</context>
<context>
    <name>_CountEdit</name>
    <message>
        <source>“{}” không phải số đếm. Nhập số trường, ví dụ 3.</source>
        <translation>“{}” is not a count. Enter the number of schools, e.g. 3.</translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Edit</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Đóng bảng chi tiết</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Đóng bảng chi tiết (Esc)</source>
        <translation>Close details (Esc)</translation>
    </message>
</context>
<context>
    <name>_NewPassword</name>
    <message>
        <source>&amp;Mật khẩu khóa</source>
        <translation>Key &amp;password</translation>
    </message>
    <message>
        <source>Ít nhất 8 ký tự.</source>
        <translation>At least 8 characters.</translation>
    </message>
    <message>
        <source>&amp;Nhập lại mật khẩu</source>
        <translation>&amp;Repeat password</translation>
    </message>
    <message>
        <source>&amp;Không đặt mật khẩu</source>
        <translation>&amp;No password</translation>
    </message>
    <message>
        <source>Không có mật khẩu thì khóa chỉ được bảo vệ bằng quyền mở thư mục dữ liệu trên máy này: ai mở được thư mục, hoặc lấy được máy, đều gửi được gói dưới tên đơn vị.</source>
        <translation>Without a password, the key is protected only by the right to open the data folder on this PC: whoever can open the folder, or gets hold of the PC, can send packages in the unit&apos;s name.</translation>
    </message>
    <message>
        <source>Quên mật khẩu thì không lấy lại được. Ghi ra giấy, niêm phong, giao lãnh đạo giữ.</source>
        <translation>A forgotten password cannot be recovered. Write it down, seal it, and give it to the head to keep.</translation>
    </message>
    <message>
        <source>Mật khẩu cần ít nhất 8 ký tự.</source>
        <translation>The password needs at least 8 characters.</translation>
    </message>
    <message>
        <source>Chưa nhập mật khẩu.</source>
        <translation>The password is missing.</translation>
    </message>
    <message>
        <source>Hai lần nhập không giống nhau. Nhập lại.</source>
        <translation>The two entries differ. Enter them again.</translation>
    </message>
</context>
<context>
    <name>_PaperRow</name>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Mặc định: {}</source>
        <translation>Default: {}</translation>
    </message>
    <message>
        <source>Chưa có người ký</source>
        <translation>No signer yet</translation>
    </message>
</context>
<context>
    <name>_Tools</name>
    <message>
        <source>Danh sách trang (F9)</source>
        <translation>List of pages (F9)</translation>
    </message>
    <message>
        <source>Thu nhỏ (Ctrl+-)</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>Phóng to (Ctrl++)</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <source>Vừa chiều ngang (Ctrl+0)</source>
        <translation>Fit width (Ctrl+0)</translation>
    </message>
    <message>
        <source>Chỗ trước (Shift+Enter)</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>Chỗ sau (Enter)</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>không thấy</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>Tìm trong văn bản (Ctrl+F)</source>
        <translation>Find in the text (Ctrl+F)</translation>
    </message>
    <message>
        <source>Vừa trang (Ctrl+Shift+F)</source>
        <translation>Fit the page (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Tìm trong văn bản</source>
        <translation>Find in the text</translation>
    </message>
</context>
<context>
    <name>_Why</name>
    <message>
        <source>Vì sao chậm</source>
        <translation>Why it is late</translation>
    </message>
    <message>
        <source>Cần chú ý</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Không có việc gì phải chú ý.</source>
        <translation>Nothing needs attention.</translation>
    </message>
    <message>
        <source>{} ngày {}: {}</source>
        <translation>{} on {}: {}</translation>
    </message>
    <message>
        <source>không ghi chú</source>
        <translation>no note</translation>
    </message>
    <message>
        <source>Ghi giai đo&amp;ạn</source>
        <translation>Record &amp;stages</translation>
    </message>
    <message>
        <source>&amp;Mở vướng mắc</source>
        <translation>&amp;Open the obstacle</translation>
    </message>
    <message>
        <source>&amp;Mở {} vướng mắc</source>
        <translation>&amp;Open {} obstacles</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Chưa mở được dữ liệu</source>
        <translation>The data could not be opened</translation>
    </message>
    <message>
        <source>Mở thư mục khác</source>
        <translation>Open another folder</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Chọn thư mục dữ liệu</source>
        <translation>Choose the data folder</translation>
    </message>
    <message>
        <source>Chưa có dữ liệu. Lập xong đơn vị rồi làm lại.</source>
        <translation>There is no data yet. Finish the setup, then do it again.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Huyện</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Tỉnh</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Trung ương</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>Gửi cấp giải quyết</source>
        <translation>Sent to the level that decides</translation>
    </message>
    <message>
        <source>Nhắc lại</source>
        <translation>Reminded</translation>
    </message>
    <message>
        <source>Có trả lời</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>Vướng lại</source>
        <translation>Arisen again</translation>
    </message>
    <message>
        <source>Chưa gửi</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting answer</translation>
    </message>
    <message>
        <source>Quá hạn trả lời</source>
        <translation>Answer overdue</translation>
    </message>
    <message>
        <source>Đã trả lời</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Chưa đến hạn</source>
        <translation>Not due yet</translation>
    </message>
    <message>
        <source>Đã bố trí đủ</source>
        <translation>Fully allotted</translation>
    </message>
    <message>
        <source>Đã rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Chung của xã</source>
        <translation>The commune as a whole</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Không còn</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Mục tiêu, trình tự</source>
        <translation>Goal, procedure</translation>
    </message>
    <message>
        <source>Kế hoạch khắc phục</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Nguồn lực huy động</source>
        <translation>Resources mobilised</translation>
    </message>
    <message>
        <source>Lấy ý kiến</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>Thông tin, số liệu của xã</source>
        <translation>Facts and figures of the commune</translation>
    </message>
    <message>
        <source>Người ký, người phụ trách</source>
        <translation>Signers, persons in charge</translation>
    </message>
    <message>
        <source>Văn bản, căn cứ</source>
        <translation>Papers, legal grounds</translation>
    </message>
    <message>
        <source>Phần lời</source>
        <translation>Narratives</translation>
    </message>
    <message>
        <source>Nơi nhận hồ sơ chưa đối chiếu</source>
        <translation>Addressees not compared</translation>
    </message>
    <message>
        <source>Số bản</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Số bản chưa đối chiếu</source>
        <translation>Copies not compared</translation>
    </message>
    <message>
        <source>Mẫu số</source>
        <translation>Form number</translation>
    </message>
    <message>
        <source>Ý kiến trước ngày niêm yết</source>
        <translation>Opinions before the posting</translation>
    </message>
    <message>
        <source>Ý kiến sau cuộc họp</source>
        <translation>Opinions after the meeting</translation>
    </message>
    <message>
        <source>Ngày lấy phiếu</source>
        <translation>Day of the survey</translation>
    </message>
    <message>
        <source>Báo cáo sau niêm yết</source>
        <translation>Report dated after its posting</translation>
    </message>
    <message>
        <source>nơi nhận, số bản, mẫu số của hồ sơ</source>
        <translation>addressees, copies and form numbers of the dossier</translation>
    </message>
    <message>
        <source>Mức đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>mức đánh giá năm</source>
        <translation>rating of a year</translation>
    </message>
    <message>
        <source>Đang làm</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Xong đúng hạn</source>
        <translation>Done in time</translation>
    </message>
    <message>
        <source>Xong trễ hạn</source>
        <translation>Done late</translation>
    </message>
    <message>
        <source>Hoàn thành xuất sắc nhiệm vụ</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Hoàn thành tốt nhiệm vụ</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Hoàn thành nhiệm vụ</source>
        <translation>Fulfilled</translation>
    </message>
    <message>
        <source>Không hoàn thành nhiệm vụ</source>
        <translation>Not fulfilled</translation>
    </message>
    <message>
        <source>Chưa vận động</source>
        <translation>Not approached</translation>
    </message>
    <message>
        <source>Đã kiểm kê</source>
        <translation>Inventoried</translation>
    </message>
    <message>
        <source>Đã đồng ý</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Đã chi trả</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Đã bàn giao</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Hiến</source>
        <translation>Donated</translation>
    </message>
    <message>
        <source>Bồi thường</source>
        <translation>Compensated</translation>
    </message>
    <message>
        <source>Kiểm kê</source>
        <translation>Inventory</translation>
    </message>
    <message>
        <source>Hộ đồng ý</source>
        <translation>Household agrees</translation>
    </message>
    <message>
        <source>Duyệt bồi thường</source>
        <translation>Compensation approved</translation>
    </message>
    <message>
        <source>Chi trả bồi thường</source>
        <translation>Compensation paid</translation>
    </message>
    <message>
        <source>Bàn giao mặt bằng</source>
        <translation>Land handed over</translation>
    </message>
    <message>
        <source>Tiền mặt</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Ngày công</source>
        <translation>Labour</translation>
    </message>
    <message>
        <source>Hiến đất</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Vật kiến trúc</source>
        <translation>Structures</translation>
    </message>
    <message>
        <source>Cây cối, hoa màu</source>
        <translation>Trees, crops</translation>
    </message>
    <message>
        <source>Vật tư, máy móc</source>
        <translation>Materials, machines</translation>
    </message>
    <message>
        <source>Hộ gia đình</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>Cả thôn</source>
        <translation>Whole hamlet</translation>
    </message>
    <message>
        <source>Doanh nghiệp, HTX, tổ chức</source>
        <translation>Enterprise, cooperative, organisation</translation>
    </message>
    <message>
        <source>Nhà tài trợ, con em xa quê</source>
        <translation>Donor, native living elsewhere</translation>
    </message>
    <message>
        <source>Trung ương, vốn đầu tư</source>
        <translation>Central, investment</translation>
    </message>
    <message>
        <source>Trung ương, vốn sự nghiệp</source>
        <translation>Central, recurrent</translation>
    </message>
    <message>
        <source>Ngân sách tỉnh</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Ngân sách huyện</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Ngân sách xã</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Lồng ghép</source>
        <translation>Integrated</translation>
    </message>
    <message>
        <source>Tín dụng</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Doanh nghiệp, HTX</source>
        <translation>Enterprise, cooperative</translation>
    </message>
    <message>
        <source>Cộng đồng, tổ nhóm</source>
        <translation>Community, group</translation>
    </message>
    <message>
        <source>Nhân dân, tiền mặt</source>
        <translation>Residents, money</translation>
    </message>
    <message>
        <source>Nhân dân, ngày công</source>
        <translation>Residents, labour</translation>
    </message>
    <message>
        <source>Nhân dân, đất và hiện vật</source>
        <translation>Residents, land and in kind</translation>
    </message>
    <message>
        <source>Nguồn khác</source>
        <translation>Other source</translation>
    </message>
    <message>
        <source>Nhà thầu</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>Vốn</source>
        <translation>Capital</translation>
    </message>
    <message>
        <source>Mặt bằng</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Thủ tục</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Thời tiết</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>Dịch bệnh</source>
        <translation>Epidemic</translation>
    </message>
    <message>
        <source>Khác</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Đề xuất, chọn công trình</source>
        <translation>Proposal, choice of the work</translation>
    </message>
    <message>
        <source>Chủ trương đầu tư</source>
        <translation>Investment policy</translation>
    </message>
    <message>
        <source>Lập báo cáo kinh tế - kỹ thuật</source>
        <translation>Economic-technical report</translation>
    </message>
    <message>
        <source>Thẩm định</source>
        <translation>Appraisal</translation>
    </message>
    <message>
        <source>Phê duyệt</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Giao kế hoạch vốn</source>
        <translation>Capital plan</translation>
    </message>
    <message>
        <source>Chọn nhà thầu</source>
        <translation>Tender</translation>
    </message>
    <message>
        <source>Ký hợp đồng</source>
        <translation>Contract signed</translation>
    </message>
    <message>
        <source>Giải phóng mặt bằng</source>
        <translation>Site clearance</translation>
    </message>
    <message>
        <source>Khởi công</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Thi công</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>Nghiệm thu hoàn thành</source>
        <translation>Final acceptance</translation>
    </message>
    <message>
        <source>Bàn giao, đưa vào sử dụng</source>
        <translation>Handover, use</translation>
    </message>
    <message>
        <source>Thanh toán</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Quyết toán</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>Bảo hành</source>
        <translation>Warranty</translation>
    </message>
    <message>
        <source>Đề xuất</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Chủ trương</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Lập BCKTKT</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Giao vốn</source>
        <translation>Capital</translation>
    </message>
    <message>
        <source>Hợp đồng</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Nghiệm thu</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Đưa vào danh mục hằng năm</source>
        <translation>Put on the yearly list</translation>
    </message>
    <message>
        <source>Lập hồ sơ xây dựng công trình</source>
        <translation>Construction file</translation>
    </message>
    <message>
        <source>Giao cộng đồng, tổ nhóm thợ</source>
        <translation>Given to the community, a group</translation>
    </message>
    <message>
        <source>Thỏa thuận, hợp đồng với tổ nhóm</source>
        <translation>Agreement, contract with the group</translation>
    </message>
    <message>
        <source>Nợ đọng</source>
        <translation>Debt</translation>
    </message>
    <message>
        <source>Quá hạn HĐ</source>
        <translation>Past contract</translation>
    </message>
    <message>
        <source>Vượt tổng mức</source>
        <translation>Over the total</translation>
    </message>
    <message>
        <source>Khởi công khi chưa có vốn</source>
        <translation>Begun without capital</translation>
    </message>
    <message>
        <source>Nghiệm thu trước phê duyệt</source>
        <translation>Accepted before approval</translation>
    </message>
    <message>
        <source>Chậm</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Không đủ ĐK đặc thù</source>
        <translation>Simplified route fails</translation>
    </message>
    <message>
        <source>Vướng mặt bằng</source>
        <translation>Land missing</translation>
    </message>
    <message>
        <source>Thiếu vốn</source>
        <translation>Capital missing</translation>
    </message>
    <message>
        <source>Sắp hết hạn HĐ</source>
        <translation>Contract ends soon</translation>
    </message>
    <message>
        <source>Giải ngân thấp</source>
        <translation>Little paid</translation>
    </message>
    <message>
        <source>Chậm giải ngân</source>
        <translation>Slow payment</translation>
    </message>
    <message>
        <source>Chưa quyết toán</source>
        <translation>Not settled</translation>
    </message>
    <message>
        <source>Sắp hết bảo hành</source>
        <translation>Warranty ends soon</translation>
    </message>
    <message>
        <source>Giao thông</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>Thủy lợi, phòng chống thiên tai</source>
        <translation>Irrigation, disaster prevention</translation>
    </message>
    <message>
        <source>Điện</source>
        <translation>Electricity</translation>
    </message>
    <message>
        <source>Trường học</source>
        <translation>Schools</translation>
    </message>
    <message>
        <source>Cơ sở vật chất văn hóa</source>
        <translation>Cultural facilities</translation>
    </message>
    <message>
        <source>Chợ, thương mại</source>
        <translation>Market, trade</translation>
    </message>
    <message>
        <source>Thông tin, truyền thông</source>
        <translation>Information, media</translation>
    </message>
    <message>
        <source>Nhà ở</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>Y tế</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Môi trường, nước sạch</source>
        <translation>Environment, clean water</translation>
    </message>
    <message>
        <source>Trụ sở, hệ thống chính trị</source>
        <translation>Offices, political system</translation>
    </message>
    <message>
        <source>Công trình khác</source>
        <translation>Other work</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Không đổi</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Không nhập được</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>Tiêu chí</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Bộ tiêu chí</source>
        <translation>Criteria set</translation>
    </message>
    <message>
        <source>Văn bản lập riêng</source>
        <translation>Separate documents</translation>
    </message>
    <message>
        <source>Đánh giá chỉ tiêu</source>
        <translation>Assessment of indicators</translation>
    </message>
    <message>
        <source>Minh chứng</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Kết quả đổi</source>
        <translation>Changed results</translation>
    </message>
    <message>
        <source>Người ký</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Địa danh</source>
        <translation>Place name</translation>
    </message>
    <message>
        <source>Nơi nhận hồ sơ</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>Căn cứ còn thiếu</source>
        <translation>Missing grounds</translation>
    </message>
    <message>
        <source>Căn cứ chưa đối chiếu</source>
        <translation>Unchecked grounds</translation>
    </message>
    <message>
        <source>Mã xã</source>
        <translation>Commune code</translation>
    </message>
    <message>
        <source>Số liệu minh họa</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Nhập bộ tiêu chí</source>
        <translation>Import the criteria set</translation>
    </message>
    <message>
        <source>Nhập số liệu</source>
        <translation>Enter data</translation>
    </message>
    <message>
        <source>Nhập mức</source>
        <translation>Enter level</translation>
    </message>
    <message>
        <source>Nhập mã xã</source>
        <translation>Enter code</translation>
    </message>
    <message>
        <source>Nhập số, ngày</source>
        <translation>Enter number, day</translation>
    </message>
    <message>
        <source>Nhập văn bản</source>
        <translation>Enter document</translation>
    </message>
    <message>
        <source>Nhập địa danh</source>
        <translation>Enter place name</translation>
    </message>
    <message>
        <source>Mở thiết lập</source>
        <translation>Open settings</translation>
    </message>
    <message>
        <source>Sửa trình tự</source>
        <translation>Change procedure</translation>
    </message>
    <message>
        <source>Thêm người ký</source>
        <translation>Add signer</translation>
    </message>
    <message>
        <source>Thêm tệp</source>
        <translation>Add file</translation>
    </message>
    <message>
        <source>Viết tiếp</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Đối chiếu</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Đã đánh giá mọi chỉ tiêu</source>
        <translation>All indicators are assessed</translation>
    </message>
    <message>
        <source>Mọi chỉ tiêu đạt đều có tệp</source>
        <translation>Every met indicator has a file</translation>
    </message>
    <message>
        <source>Đã có người ký</source>
        <translation>There is a signer</translation>
    </message>
    <message>
        <source>Đã đủ các phần</source>
        <translation>All parts are written</translation>
    </message>
    <message>
        <source>Ngày thêm</source>
        <translation>Added on</translation>
    </message>
    <message>
        <source>Số tiền (đồng)</source>
        <translation>Amount (đồng)</translation>
    </message>
    <message>
        <source>Điều, khoản</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ngày trả lời</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>Ngày số liệu</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Diện tích (m²)</source>
        <translation>Area (m²)</translation>
    </message>
    <message>
        <source>Hạn trả lời</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>Tài sản trên đất</source>
        <translation>Assets on the land</translation>
    </message>
    <message>
        <source>Cơ quan giải quyết</source>
        <translation>Deciding authority</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Nguyên nhân</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Điều kiện</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Thửa đất</source>
        <translation>Plot</translation>
    </message>
    <message>
        <source>Mã nội dung</source>
        <translation>Content code</translation>
    </message>
    <message>
        <source>Khoản đóng góp</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>Đơn vị thi công</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <source>Hạn</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Ngày quyết định</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Ngày lập kế hoạch</source>
        <translation>Planned on</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Đơn vị hỗ trợ</source>
        <translation>Supporting department</translation>
    </message>
    <message>
        <source>Văn bản, chứng từ</source>
        <translation>Document, voucher</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Hoàn thành</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ngày xong</source>
        <translation>Done on</translation>
    </message>
    <message>
        <source>Ngày thành lập</source>
        <translation>Established on</translation>
    </message>
    <message>
        <source>Diễn biến</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Mẫu</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Người đóng góp</source>
        <translation>Giver</translation>
    </message>
    <message>
        <source>Người đóng góp là</source>
        <translation>Kind of giver</translation>
    </message>
    <message>
        <source>Thôn</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>Trưởng đơn vị</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Hộ</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>Số hộ</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Chỉ tiêu</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Nội bộ</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>Chủ đầu tư</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>Ngày ban hành</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Cơ quan ban hành</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Hiện vật, loại đất</source>
        <translation>Thing, kind of land</translation>
    </message>
    <message>
        <source>Loại</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại đất</source>
        <translation>Kind of land</translation>
    </message>
    <message>
        <source>Cấp giải quyết</source>
        <translation>Deciding level</translation>
    </message>
    <message>
        <source>Ngày chốt</source>
        <translation>Fixed on</translation>
    </message>
    <message>
        <source>Kinh phí (đồng)</source>
        <translation>Cost (đồng)</translation>
    </message>
    <message>
        <source>Khoản</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Căn cứ không xét</source>
        <translation>Ground for leaving out</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Số</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Lần in</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Trang</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Phần</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Người phụ trách</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>Thửa</source>
        <translation>Plot number</translation>
    </message>
    <message>
        <source>Dân số</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Đơn giá (đồng)</source>
        <translation>Unit price (đồng)</translation>
    </message>
    <message>
        <source>Mức ghi trong văn bản</source>
        <translation>Level as printed</translation>
    </message>
    <message>
        <source>Nhóm mức đạt</source>
        <translation>Threshold profile</translation>
    </message>
    <message>
        <source>Căn cứ nhóm mức đạt</source>
        <translation>Ground of the profile</translation>
    </message>
    <message>
        <source>Chương trình</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Nơi cam kết</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Đã được công nhận</source>
        <translation>Recognised</translation>
    </message>
    <message>
        <source>Người nhập</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>Quy định xét</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Vùng</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Trình tự</source>
        <translation>Procedure</translation>
    </message>
    <message>
        <source>Quy mô</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Số trường</source>
        <translation>Schools</translation>
    </message>
    <message>
        <source>Ngày gửi</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Quyết toán (đồng)</source>
        <translation>Settled (đồng)</translation>
    </message>
    <message>
        <source>Tờ bản đồ</source>
        <translation>Map sheet</translation>
    </message>
    <message>
        <source>Khối lượng</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Ngày ký</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Được ký</source>
        <translation>May sign</translation>
    </message>
    <message>
        <source>Cỡ tệp (byte)</source>
        <translation>File size (bytes)</translation>
    </message>
    <message>
        <source>Giải pháp</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Giai đoạn</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Terms</translation>
    </message>
    <message>
        <source>Cấp độ</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Không quy ra tiền</source>
        <translation>Not valued</translation>
    </message>
    <message>
        <source>Hiệu lực từ</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>Hiệu lực đến</source>
        <translation>In force until</translation>
    </message>
    <message>
        <source>Giá trị</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Kết luận</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Bảo hành đến</source>
        <translation>Warranty until</translation>
    </message>
    <message>
        <source>Công trình</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>kết quả đánh giá</source>
        <translation>assessment</translation>
    </message>
    <message>
        <source>minh chứng</source>
        <translation>evidence</translation>
    </message>
    <message>
        <source>liên kết minh chứng</source>
        <translation>link of evidence</translation>
    </message>
    <message>
        <source>tệp</source>
        <translation>file</translation>
    </message>
    <message>
        <source>kế hoạch khắc phục</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>ghi chú tiến độ</source>
        <translation>note of progress</translation>
    </message>
    <message>
        <source>phân công</source>
        <translation>assignment</translation>
    </message>
    <message>
        <source>thông tin xã</source>
        <translation>facts of the commune</translation>
    </message>
    <message>
        <source>số liệu chung</source>
        <translation>general figures</translation>
    </message>
    <message>
        <source>mục tiêu đăng ký</source>
        <translation>goal</translation>
    </message>
    <message>
        <source>thôn</source>
        <translation>hamlet</translation>
    </message>
    <message>
        <source>văn bản</source>
        <translation>document</translation>
    </message>
    <message>
        <source>cán bộ</source>
        <translation>staff</translation>
    </message>
    <message>
        <source>đơn vị trước sắp xếp</source>
        <translation>unit before the merger</translation>
    </message>
    <message>
        <source>bộ tiêu chí nhập</source>
        <translation>imported criteria set</translation>
    </message>
    <message>
        <source>mức đạt nhập riêng</source>
        <translation>own level</translation>
    </message>
    <message>
        <source>lần in hồ sơ</source>
        <translation>print of the dossier</translation>
    </message>
    <message>
        <source>bản chốt số liệu</source>
        <translation>fixed figures</translation>
    </message>
    <message>
        <source>phần lời</source>
        <translation>narrative part</translation>
    </message>
    <message>
        <source>văn bản của hồ sơ</source>
        <translation>paper of the dossier</translation>
    </message>
    <message>
        <source>nội dung của thao tác</source>
        <translation>content of an action</translation>
    </message>
    <message>
        <source>mã xã</source>
        <translation>commune code</translation>
    </message>
    <message>
        <source>thửa đất phải giải phóng</source>
        <translation>plot to be cleared</translation>
    </message>
    <message>
        <source>diễn biến mặt bằng</source>
        <translation>event of a plot</translation>
    </message>
    <message>
        <source>đóng góp</source>
        <translation>gift</translation>
    </message>
    <message>
        <source>rút đóng góp</source>
        <translation>withdrawal of a gift</translation>
    </message>
    <message>
        <source>hộ</source>
        <translation>household</translation>
    </message>
    <message>
        <source>đơn giá đóng góp</source>
        <translation>unit price</translation>
    </message>
    <message>
        <source>cam kết vốn</source>
        <translation>commitment of capital</translation>
    </message>
    <message>
        <source>số tiền cam kết</source>
        <translation>committed amount</translation>
    </message>
    <message>
        <source>công văn đôn đốc</source>
        <translation>reminder letter</translation>
    </message>
    <message>
        <source>công trình trong công văn đôn đốc</source>
        <translation>work of a reminder letter</translation>
    </message>
    <message>
        <source>vướng mắc</source>
        <translation>obstacle</translation>
    </message>
    <message>
        <source>diễn biến vướng mắc</source>
        <translation>event of an obstacle</translation>
    </message>
    <message>
        <source>khối lượng nghiệm thu</source>
        <translation>accepted volume</translation>
    </message>
    <message>
        <source>kế hoạch khối lượng</source>
        <translation>planned volume</translation>
    </message>
    <message>
        <source>hợp đồng</source>
        <translation>contract</translation>
    </message>
    <message>
        <source>phụ lục hợp đồng</source>
        <translation>annex of a contract</translation>
    </message>
    <message>
        <source>đơn vị thi công</source>
        <translation>contractor</translation>
    </message>
    <message>
        <source>khối lượng thực hiện</source>
        <translation>measured volume</translation>
    </message>
    <message>
        <source>ảnh hiện trường</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>công trình</source>
        <translation>work</translation>
    </message>
    <message>
        <source>điều kiện cơ chế đặc thù</source>
        <translation>condition of the simplified route</translation>
    </message>
    <message>
        <source>thôn hưởng lợi</source>
        <translation>served hamlet</translation>
    </message>
    <message>
        <source>chỉ tiêu của công trình</source>
        <translation>indicator of a work</translation>
    </message>
    <message>
        <source>tổng mức đầu tư</source>
        <translation>total investment</translation>
    </message>
    <message>
        <source>vốn công trình</source>
        <translation>capital of a work</translation>
    </message>
    <message>
        <source>giai đoạn công trình</source>
        <translation>stage of a work</translation>
    </message>
    <message>
        <source>Chưa trả tiền bảo hành</source>
        <translation>Retention not released</translation>
    </message>
    <message>
        <source>Tờ trình</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Báo cáo kết quả thực hiện</source>
        <translation>Report on results</translation>
    </message>
    <message>
        <source>Ngày kế hoạch</source>
        <translation>Planned date</translation>
    </message>
    <message>
        <source>Lý do sửa</source>
        <translation>Why corrected</translation>
    </message>
    <message>
        <source>Hạn xử lý nợ đọng</source>
        <translation>Debt to be paid by</translation>
    </message>
    <message>
        <source>Nguồn xử lý nợ đọng</source>
        <translation>Debt to be paid from</translation>
    </message>
    <message>
        <source>Tiền giữ lại bảo hành (đồng)</source>
        <translation>Retention money (đồng)</translation>
    </message>
    <message>
        <source>Ngày trả tiền bảo hành</source>
        <translation>Retention released on</translation>
    </message>
    <message>
        <source>Đối chiếu mức</source>
        <translation>Confirm targets</translation>
    </message>
    <message>
        <source>Xem chỉ tiêu</source>
        <translation>See indicators</translation>
    </message>
    <message>
        <source>Thời kỳ</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Tệp đã mất</source>
        <translation>Lost files</translation>
    </message>
    <message>
        <source>Đính kèm lại</source>
        <translation>Attach again</translation>
    </message>
    <message>
        <source>Đổi bộ tiêu chí</source>
        <translation>Change the set</translation>
    </message>
    <message>
        <source>Ngày văn bản</source>
        <translation>Dates of papers</translation>
    </message>
    <message>
        <source>Sửa ngày</source>
        <translation>Mend the date</translation>
    </message>
    <message>
        <source>Mức chưa đối chiếu</source>
        <translation>Unchecked levels</translation>
    </message>
    <message>
        <source>Người đối chiếu</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>đối chiếu mức đạt</source>
        <translation>check of a level</translation>
    </message>
    <message>
        <source>đối chiếu căn cứ</source>
        <translation>check of a ground</translation>
    </message>
    <message>
        <source>Chưa ghi khởi công</source>
        <translation>Start not recorded</translation>
    </message>
    <message>
        <source>Xã giải quyết</source>
        <translation>The commune solves it</translation>
    </message>
    <message>
        <source>Nghiệm thu trước khởi công</source>
        <translation>Accepted before start</translation>
    </message>
    <message>
        <source>Nghiệm thu khi chưa xong</source>
        <translation>Accepted before it was built</translation>
    </message>
    <message>
        <source>Giải ngân vượt vốn</source>
        <translation>Paid beyond allotment</translation>
    </message>
    <message>
        <source>Biểu chi tiết mức độ đạt từng tiêu chí</source>
        <translation>Table of each criterion</translation>
    </message>
    <message>
        <source>Danh mục hồ sơ minh chứng</source>
        <translation>List of evidence</translation>
    </message>
    <message>
        <source>Danh mục nội dung theo mức chưa đối chiếu</source>
        <translation>List of what rests on levels not compared</translation>
    </message>
    <message>
        <source>Báo cáo tổng hợp ý kiến</source>
        <translation>Report on opinions</translation>
    </message>
    <message>
        <source>Biên bản cuộc họp đề nghị xét, công nhận</source>
        <translation>Minutes of the meeting</translation>
    </message>
    <message>
        <source>Báo cáo nợ đọng xây dựng cơ bản</source>
        <translation>Report on construction debt</translation>
    </message>
    <message>
        <source>Báo cáo kết quả lấy ý kiến hài lòng</source>
        <translation>Report on satisfaction</translation>
    </message>
    <message>
        <source>Cuộc họp xét</source>
        <translation>The meeting</translation>
    </message>
    <message>
        <source>Công trình, minh chứng</source>
        <translation>Works, evidence</translation>
    </message>
    <message>
        <source>Chưa có số liệu</source>
        <translation>No figures yet</translation>
    </message>
    <message>
        <source>Đã có bản ký</source>
        <translation>Signed paper is there</translation>
    </message>
    <message>
        <source>Cơ quan khác ký</source>
        <translation>Signed by others</translation>
    </message>
    <message>
        <source>Ủy ban Mặt trận Tổ quốc Việt Nam xã</source>
        <translation>Commune Fatherland Front Committee</translation>
    </message>
    <message>
        <source>Hội Nông dân xã</source>
        <translation>Commune Farmers&apos; Union</translation>
    </message>
    <message>
        <source>Hội Liên hiệp Phụ nữ xã</source>
        <translation>Commune Women&apos;s Union</translation>
    </message>
    <message>
        <source>Hội Cựu chiến binh xã</source>
        <translation>Commune Veterans&apos; Association</translation>
    </message>
    <message>
        <source>Đoàn TNCS Hồ Chí Minh xã</source>
        <translation>Commune Ho Chi Minh Youth Union</translation>
    </message>
    <message>
        <source>Công đoàn xã</source>
        <translation>Commune trade union</translation>
    </message>
    <message>
        <source>Nhân dân</source>
        <translation>Residents</translation>
    </message>
    <message>
        <source>Cơ quan, tổ chức khác</source>
        <translation>Other body or organisation</translation>
    </message>
    <message>
        <source>Bằng văn bản</source>
        <translation>In writing</translation>
    </message>
    <message>
        <source>Tại cuộc họp</source>
        <translation>At a meeting</translation>
    </message>
    <message>
        <source>Qua hòm thư góp ý</source>
        <translation>By suggestion box</translation>
    </message>
    <message>
        <source>Hình thức khác</source>
        <translation>Otherwise</translation>
    </message>
    <message>
        <source>Tiếp thu</source>
        <translation>Taken up</translation>
    </message>
    <message>
        <source>Giải trình</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>Thời gian niêm yết, lấy ý kiến</source>
        <translation>Time of posting and consultation</translation>
    </message>
    <message>
        <source>Số lần phát thanh</source>
        <translation>Number of broadcasts</translation>
    </message>
    <message>
        <source>Tỷ lệ hộ tham gia lấy ý kiến hài lòng</source>
        <translation>Share of households surveyed</translation>
    </message>
    <message>
        <source>Tỷ lệ hài lòng</source>
        <translation>Share satisfied</translation>
    </message>
    <message>
        <source>Tỷ lệ hài lòng từng nội dung</source>
        <translation>Share satisfied with each item</translation>
    </message>
    <message>
        <source>Tỷ lệ đại biểu dự họp nhất trí</source>
        <translation>Share of attendees in agreement</translation>
    </message>
    <message>
        <source>Tiếp thu, giải trình</source>
        <translation>Taken up or explained</translation>
    </message>
    <message>
        <source>Số người nhất trí</source>
        <translation>In agreement</translation>
    </message>
    <message>
        <source>Hỏi hài lòng chung</source>
        <translation>Asks for overall satisfaction</translation>
    </message>
    <message>
        <source>Giờ bắt đầu</source>
        <translation>Begins at</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>Chức vụ chủ trì</source>
        <translation>Post of the chair</translation>
    </message>
    <message>
        <source>Người thu phiếu</source>
        <translation>Ballots collected by</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Số bản lưu</source>
        <translation>Copies kept</translation>
    </message>
    <message>
        <source>Số bản gửi</source>
        <translation>Copies sent</translation>
    </message>
    <message>
        <source>Ý kiến thảo luận</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Giờ kết thúc</source>
        <translation>Ends at</translation>
    </message>
    <message>
        <source>Niêm yết từ ngày</source>
        <translation>Posted from</translation>
    </message>
    <message>
        <source>Tên người góp ý</source>
        <translation>Name of who commented</translation>
    </message>
    <message>
        <source>Số người được mời</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>Mức của trình tự</source>
        <translation>Threshold of the procedure</translation>
    </message>
    <message>
        <source>Niêm yết đến ngày</source>
        <translation>Posted until</translation>
    </message>
    <message>
        <source>Số người có mặt</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Trả lời của xã</source>
        <translation>Reply of the commune</translation>
    </message>
    <message>
        <source>Số phiếu thu về</source>
        <translation>Ballots returned</translation>
    </message>
    <message>
        <source>Số phiếu hài lòng</source>
        <translation>Ballots satisfied</translation>
    </message>
    <message>
        <source>Thư ký</source>
        <translation>Secretary</translation>
    </message>
    <message>
        <source>Chức vụ thư ký</source>
        <translation>Post of the secretary</translation>
    </message>
    <message>
        <source>Số phiếu hợp lệ</source>
        <translation>Valid ballots</translation>
    </message>
    <message>
        <source>Nơi họp</source>
        <translation>Place of the meeting</translation>
    </message>
    <message>
        <source>Người góp ý</source>
        <translation>Who commented</translation>
    </message>
    <message>
        <source>Nơi niêm yết</source>
        <translation>Place of posting</translation>
    </message>
    <message>
        <source>Số phiếu phát ra</source>
        <translation>Ballots issued</translation>
    </message>
    <message>
        <source>lần phát thanh</source>
        <translation>broadcast</translation>
    </message>
    <message>
        <source>cuộc họp đề nghị xét, công nhận</source>
        <translation>meeting that proposes recognition</translation>
    </message>
    <message>
        <source>ý kiến tham gia</source>
        <translation>opinion</translation>
    </message>
    <message>
        <source>nơi niêm yết</source>
        <translation>place of posting</translation>
    </message>
    <message>
        <source>khảo sát hài lòng của thôn</source>
        <translation>survey of a hamlet</translation>
    </message>
    <message>
        <source>nội dung khảo sát hài lòng</source>
        <translation>item of the survey</translation>
    </message>
    <message>
        <source>mức của trình tự nhập riêng</source>
        <translation>own threshold of the procedure</translation>
    </message>
    <message>
        <source>người dự họp</source>
        <translation>attendee</translation>
    </message>
    <message>
        <source>số phiếu hài lòng theo nội dung</source>
        <translation>satisfied ballots by item</translation>
    </message>
    <message>
        <source>Niêm yết</source>
        <translation>Posting</translation>
    </message>
    <message>
        <source>Thời gian niêm yết</source>
        <translation>Duration of the posting</translation>
    </message>
    <message>
        <source>Phát thanh</source>
        <translation>Broadcasts</translation>
    </message>
    <message>
        <source>Ý kiến tham gia</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>Ý kiến bằng văn bản</source>
        <translation>Opinions in writing</translation>
    </message>
    <message>
        <source>Ý kiến sau báo cáo tổng hợp</source>
        <translation>Opinions after the summary</translation>
    </message>
    <message>
        <source>Khảo sát hài lòng</source>
        <translation>Survey of satisfaction</translation>
    </message>
    <message>
        <source>Cuộc họp</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Kết quả bỏ phiếu</source>
        <translation>Result of the vote</translation>
    </message>
    <message>
        <source>Người dự họp</source>
        <translation>Attendees</translation>
    </message>
    <message>
        <source>Ngày biên bản</source>
        <translation>Day of the minutes</translation>
    </message>
    <message>
        <source>Thứ tự ngày</source>
        <translation>Order of dates</translation>
    </message>
    <message>
        <source>Căn cứ còn trống</source>
        <translation>Grounds with gaps</translation>
    </message>
    <message>
        <source>Sửa văn bản</source>
        <translation>Mend the document</translation>
    </message>
    <message>
        <source>Lời văn hồ sơ</source>
        <translation>Wording of the dossier</translation>
    </message>
    <message>
        <source>Mức chưa có</source>
        <translation>Levels not known</translation>
    </message>
    <message>
        <source>Mức trình tự chưa đối chiếu</source>
        <translation>Unchecked levels of the procedure</translation>
    </message>
    <message>
        <source>Biên bản</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Ghi niêm yết</source>
        <translation>Enter postings</translation>
    </message>
    <message>
        <source>Ghi phát thanh</source>
        <translation>Enter broadcasts</translation>
    </message>
    <message>
        <source>Ghi ý kiến</source>
        <translation>Enter opinions</translation>
    </message>
    <message>
        <source>Ghi khảo sát</source>
        <translation>Enter the survey</translation>
    </message>
    <message>
        <source>Ghi cuộc họp</source>
        <translation>Enter the meeting</translation>
    </message>
    <message>
        <source>Xem công trình</source>
        <translation>See the work</translation>
    </message>
    <message>
        <source>Danh mục công trình</source>
        <translation>List of works</translation>
    </message>
    <message>
        <source>Hình ảnh minh họa</source>
        <translation>Illustrating photos</translation>
    </message>
    <message>
        <source>Danh hiệu đã có</source>
        <translation>Title held</translation>
    </message>
    <message>
        <source>An ninh, trật tự</source>
        <translation>Security and order</translation>
    </message>
    <message>
        <source>Ghi nguồn lực</source>
        <translation>Enter resources</translation>
    </message>
    <message>
        <source>Thêm ảnh</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Thêm công trình</source>
        <translation>Add work</translation>
    </message>
    <message>
        <source>Đính kèm tệp</source>
        <translation>Attach file</translation>
    </message>
    <message>
        <source>trả lời nhận xét</source>
        <translation>answer to a remark</translation>
    </message>
    <message>
        <source>tóm tắt về xã</source>
        <translation>digest of a commune</translation>
    </message>
    <message>
        <source>quyết định về xã</source>
        <translation>decision on the commune</translation>
    </message>
    <message>
        <source>gói nhận được</source>
        <translation>package received</translation>
    </message>
    <message>
        <source>gói gửi đi</source>
        <translation>package sent</translation>
    </message>
    <message>
        <source>khóa của nơi trao đổi</source>
        <translation>key of the other side</translation>
    </message>
    <message>
        <source>biên nhận gói</source>
        <translation>receipt of a package</translation>
    </message>
    <message>
        <source>nhận xét</source>
        <translation>remark</translation>
    </message>
    <message>
        <source>lần ghi gói ra ngoài</source>
        <translation>export of a package</translation>
    </message>
    <message>
        <source>kết luận về nhận xét</source>
        <translation>verdict on a remark</translation>
    </message>
    <message>
        <source>tổng hợp giải phóng mặt bằng</source>
        <translation>totals of site clearance</translation>
    </message>
    <message>
        <source>tổng hợp đóng góp</source>
        <translation>totals of contributions</translation>
    </message>
    <message>
        <source>Đủ điều kiện, đề nghị xét công nhận</source>
        <translation>Eligible, proposed for recognition</translation>
    </message>
    <message>
        <source>Chưa đủ điều kiện</source>
        <translation>Not yet eligible</translation>
    </message>
    <message>
        <source>Trả hồ sơ để hoàn thiện</source>
        <translation>Dossier returned for completion</translation>
    </message>
    <message>
        <source>Đã công nhận</source>
        <translation>Recognised</translation>
    </message>
</context>
<context>
    <name>state</name>
    <message>
        <source>Đạt</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>Chưa đạt</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>Chưa đánh giá</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Chưa thể xét</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>Tụt chuẩn</source>
        <translation>Regressed</translation>
    </message>
    <message>
        <source>Bị trả lại</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Chưa xét xong</source>
        <translation>Not decided yet</translation>
    </message>
</context>
</TS>
