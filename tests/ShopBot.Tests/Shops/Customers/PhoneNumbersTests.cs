using ShopBot.Shops.Customers;

namespace ShopBot.Tests.Shops.Customers;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("13812345678", "13812345678")]
    [InlineData(" 138 1234 5678 ", "13812345678")]
    [InlineData("138-1234-5678", "13812345678")]
    [InlineData("138–1234—5678", "13812345678")]
    [InlineData("１３８１２３４５６７８", "13812345678")]
    [InlineData("＋８６（１３８）１２３４　５６７８", "13812345678")]
    [InlineData("+86 138 1234 5678", "13812345678")]
    [InlineData("0086 13812345678", "13812345678")]
    [InlineData("8613812345678", "13812345678")]
    [InlineData("013812345678", "13812345678")]
    [InlineData("+86 013812345678", "13812345678")]
    public void A_mobile_number_however_it_is_typed(string typed, string read) => Assert.Equal(read, PhoneNumbers.Read(typed));

    [Theory]
    [InlineData("010-62345678", "01062345678")]
    [InlineData("(021) 6234 5678", "02162345678")]
    [InlineData("0755-8234567", "07558234567")]
    [InlineData("0755-82345678", "075582345678")]
    [InlineData("+86 10 6234 5678", "01062345678")]
    [InlineData("+86-755-82345678", "075582345678")]
    [InlineData("+86 (0)21 62345678", "02162345678")]
    [InlineData("400-820-8820", "4008208820")]
    [InlineData("+86 400 820 8820", "4008208820")]
    [InlineData("800/810/8888", "8008108888")]
    public void A_landline_or_service_number_keeps_its_area_code(string typed, string read) => Assert.Equal(read, PhoneNumbers.Read(typed));

    [Theory]
    [InlineData("+44 20 7946 0000", "+442079460000")]
    [InlineData("0044 20 7946 0000", "+442079460000")]
    [InlineData("+1 (415) 555-2671", "+14155552671")]
    [InlineData("+852 5123 4567", "+85251234567")]
    [InlineData("+999999999999999", "+999999999999999")]
    public void A_number_of_abroad_keeps_its_plus(string typed, string read) => Assert.Equal(read, PhoneNumbers.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("+")]
    [InlineData("++8613812345678")]
    [InlineData("+86")]
    [InlineData("0086")]
    [InlineData("00")]
    [InlineData("138+12345678")]
    [InlineData("1381234567")]
    [InlineData("138123456789")]
    [InlineData("12812345678")]
    [InlineData("+86 1381234567")]
    [InlineData("0138123456")]
    [InlineData("010-6234567")]
    [InlineData("0000000000")]
    [InlineData("+0123456789")]
    [InlineData("+1234567")]
    [InlineData("+1234567890123456")]
    [InlineData("1381234567a")]
    [InlineData("我的电话是13812345678")]
    [InlineData("١٣٨١٢٣٤٥٦٧٨")]
    [InlineData("一三八一二三四五六七八")]
    [InlineData("13812345678\n13912345678")]
    [InlineData("13812345678;13912345678")]
    [InlineData("1381234567\u200B8")]
    [InlineData("1381234567\0")]
    [InlineData("\uD83D\uDCF113812345678")]
    [InlineData("\uD83D")]
    public void Anything_else_is_no_number(string typed) => Assert.Null(PhoneNumbers.Read(typed));

    [Fact]
    public void A_long_text_is_no_number_however_it_begins()
    {
        Assert.Null(PhoneNumbers.Read(new string('1', 10_000)));
        Assert.Null(PhoneNumbers.Read(new string(' ', 10_000) + "13812345678"));
        Assert.Null(PhoneNumbers.Read("13812345678" + new string('-', 10_000)));
    }

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("01062345678", "010****5678")]
    [InlineData("+442079460000", "+44******0000")]
    [InlineData("+1234567", "+1****67")]
    [InlineData("123456", "******")]
    [InlineData("", "")]
    public void A_masked_number_shows_only_its_ends(string number, string masked) => Assert.Equal(masked, PhoneNumbers.Masked(number));

    [Theory]
    [InlineData("010-62345678")]
    [InlineData("+86 138 1234 5678")]
    [InlineData("0044 20 7946 0000")]
    [InlineData("400-820-8820")]
    public void What_was_read_reads_the_same_again(string typed) => Assert.Equal(PhoneNumbers.Read(typed), PhoneNumbers.Read(PhoneNumbers.Read(typed)!));
}
