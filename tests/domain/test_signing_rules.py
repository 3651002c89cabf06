"""Who signs for a People's Committee, by the post as an office types it."""

import pytest

from ntm_desktop.domain.signing import SigningPost, signing_post


@pytest.mark.parametrize(
    ("post", "signs_as"),
    [
        ("Chủ tịch", SigningPost.CHAIR),
        ("Chủ tịch UBND xã", SigningPost.CHAIR),
        ("CHỦ TỊCH  ỦY BAN NHÂN DÂN XÃ YÊN HÓA", SigningPost.CHAIR),
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", SigningPost.CHAIR),
        ("Chủ tịch xã", SigningPost.CHAIR),
        ("Phó Chủ tịch", SigningPost.DEPUTY),
        ("Phó chủ tịch thường trực UBND xã", SigningPost.DEPUTY),
        ("Phó Chủ tịch phụ trách kinh tế", SigningPost.DEPUTY),
        ("Quyền Chủ tịch", SigningPost.ACTING),
        ("Q. Chủ tịch UBND xã", SigningPost.ACTING),
        ("Công chức Địa chính", None),
        ("Chủ tịch Hội Nông dân xã", None),
        ("Chủ tịch Ủy ban Mặt trận Tổ quốc", None),
        ("Chủ tịch HĐND xã", None),
        ("Phó Chủ tịch Hội đồng nhân dân xã", None),
        ("", None),
    ],
)
def test_posts_that_sign(post, signs_as):
    assert signing_post(post) is signs_as
