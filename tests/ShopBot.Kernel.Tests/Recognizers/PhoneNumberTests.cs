using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Sequence;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("我的电话13800138000", "13800138000")]
    [InlineData("打１３８００１３８０００找我", "13800138000")]
    [InlineData("138 0013 8000，谢谢", "138 0013 8000")]
    [InlineData("+86 138-0013-8000", "+86 138-0013-8000")]
    [InlineData("8613800138000", "8613800138000")]
    [InlineData("座机（010）62288559转8008", "(010)62288559转8008")]
    [InlineData("400-820-8820", "400-820-8820")]
    [InlineData("13800138000 2袋", "13800138000")]
    [InlineData("2 13800138000", "13800138000")]
    [InlineData("2026-11-22 13800138000", "13800138000")]
    [InlineData("13800138000/13900139000", "13800138000|13900139000")]
    [InlineData("13800138000 13900139000", "13800138000|13900139000")]
    [InlineData("13800138000、13900139000", "13800138000|13900139000")]
    [InlineData("138 0013 8000 139 0013 9000", "138 0013 8000|139 0013 9000")]
    [InlineData("call (541) 754-3010 ext. 123 please", "(541) 754-3010 ext. 123")]
    [InlineData("+86-10-62288559 ext 12", "+86-10-62288559 ext 12")]
    [InlineData("541-754-3010 x 2", "541-754-3010")]
    [InlineData("541-754-3010 2 bags", "541-754-3010")]
    [InlineData("call +44 (0)20 7946 0018", "+44 (0)20 7946 0018")]
    public void Telephone_numbers_are_found(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("订单号12345678")]
    [InlineData("验证码 012345")]
    [InlineData("QQ：12345678")]
    [InlineData("order no. 12345678")]
    [InlineData("12345678@qq.com")]
    [InlineData("https://shop.example/o/12345678")]
    [InlineData("12345678元")]
    [InlineData("$12345678")]
    [InlineData("1234.5678")]
    [InlineData("2026-11-22")]
    [InlineData("22.11.2026")]
    [InlineData("2025-2026")]
    [InlineData("2026 11 22")]
    [InlineData("1300000000 元")]
    [InlineData("身份证号 110101199003070011")]
    [InlineData("6222 0212 3456 7890 123")]
    [InlineData("192.168.100.1")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4111111111111111")]
    [InlineData("A12345678")]
    [InlineData("1,234,567.89")]
    [InlineData("100 200")]
    [InlineData("")]
    public void Other_rows_of_digits_are_left_alone(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void A_number_tells_its_place_and_how_sure_it_is()
    {
        var found = Assert.Single(SequenceRecognizer.RecognizePhoneNumber("😀电话：１３８００１３８０００。", Culture.Chinese));

        Assert.Equal((5, 15, "phonenumber"), (found.Start, found.End, found.TypeName));
        Assert.Equal(("13800138000", "0.5"), (found.Resolution["value"], found.Resolution["score"]));
    }

    private static string Found(string text) => string.Join('|', SequenceRecognizer.RecognizePhoneNumber(text, Culture.Chinese).Select(f => f.Text));
}
