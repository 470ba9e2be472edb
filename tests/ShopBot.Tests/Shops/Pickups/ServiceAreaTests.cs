using ShopBot.Shops;
using ShopBot.Shops.Pickups;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class ServiceAreaTests
{
    private static readonly GeoPoint Shop = new(31.2262, 121.4386);

    private static readonly PickupPlan Plan = new(
        [
            new PickupArea("centre", ["静安", "长宁", "Jing'an"], [[], [], [], [], [], [], []]) { Streets = ["南京西路", "Nanjing West Road"], Circle = new PickupCircle(Shop, 5) },
            new PickupArea("elsewhere", ["浦东", "杨浦", "Pudong"], [[], [], [], [], [], [], []]),
        ],
        TimeSpan.Zero, default, default, default, 0, new HashSet<DateOnly>(), new Dictionary<DateOnly, DayOfWeek>())
    {
        Cities = new PickupCities(["上海", "Shanghai"], ["苏州", "杭州", "南京", "Hangzhou", "Nanjing"]),
    };

    [Theory]
    [InlineData("上海市静安区万航渡路288号", "centre")]
    [InlineData("288 Wanhangdu Road, jing'an, Shanghai", "centre")]
    [InlineData("浦东新区世纪大道100号", "elsewhere")]
    [InlineData("南京西路100号5楼", "centre")]
    [InlineData("100 Nanjing West Road, building 3", "centre")]
    [InlineData("杨浦区杭州路苏州小区3号", "elsewhere")]
    [InlineData("浦东联华超市旁边 3 号", "elsewhere")]
    public void An_address_lies_in_the_area_of_its_district_or_street(string address, string area) =>
        Assert.Equal(area, Assert.IsType<AddressPlace.In>(Plan.Locate(address, null)).Area.Code);

    [Theory]
    [InlineData("苏州工业园区星湖街1号")]
    [InlineData("江苏省苏州市姑苏区人民路1号")]
    [InlineData("宜宾市长宁县中山路1号")] // Another city's district of the same name.
    [InlineData("成都市锦江区1号")]
    [InlineData("12 West Lake Avenue, Hangzhou")]
    [InlineData("南京新街口1号")]
    public void An_address_that_names_another_city_is_outside(string address) => Assert.IsType<AddressPlace.Outside>(Plan.Locate(address, Shop));

    [Theory]
    [InlineData("中山北路1号")]
    [InlineData("杭州路88弄3号")]
    [InlineData("苏州河边上的那栋楼")]
    [InlineData("12 Nanjing Xi Lu")]
    [InlineData("上海市世纪联华超市楼上")]
    [InlineData("")]
    public void Of_one_that_names_no_district_it_is_not_known(string address) => Assert.IsType<AddressPlace.Unknown>(Plan.Locate(address, null));

    [Fact]
    public void A_place_on_the_map_lies_in_the_circle_around_the_shop_unless_its_words_say_otherwise()
    {
        Assert.Equal("centre", Assert.IsType<AddressPlace.In>(Plan.Locate("那边的小区 3 栋", new GeoPoint(31.23, 121.47))).Area.Code);
        Assert.IsType<AddressPlace.Unknown>(Plan.Locate("那边的小区 3 栋", new GeoPoint(31.30, 120.60)));
        Assert.Equal("elsewhere", Assert.IsType<AddressPlace.In>(Plan.Locate("浦东某小区 3 栋", Shop)).Area.Code);
    }

    [Fact]
    public void An_order_lies_where_it_is_booked_else_where_its_words_or_its_point_are_else_in_no_area()
    {
        var booked = new BookedPickup("elsewhere", new(2026, 3, 2), new(9, 0), new(12, 0), Room: 1, Moves: 0);

        Assert.Equal("elsewhere", Plan.AreaOf("静安区南京西路100号", Shop, booked)?.Code);
        Assert.Equal("centre", Plan.AreaOf("静安区南京西路100号", null, booked with { Area = "closed down" })?.Code);
        Assert.Equal("centre", Plan.AreaOf("那边的小区 3 栋", Shop, booked: null)?.Code);
        Assert.Null(Plan.AreaOf("那边的小区 3 栋", null, booked: null));
        Assert.Null(Plan.AreaOf("苏州工业园区星湖街1号", null, booked: null));
    }

    [Theory]
    [InlineData("苏州工业园区星湖街1号")]
    [InlineData("哪里都不是")]
    public void Where_the_last_area_is_for_everywhere_no_address_is_outside(string address)
    {
        var plan = Plan with { Areas = [Plan.Areas[0], new PickupArea("rest", [], Plan.Areas[1].Week)] };

        Assert.Equal("rest", Assert.IsType<AddressPlace.In>(plan.Locate(address, null)).Area.Code);
    }
}
