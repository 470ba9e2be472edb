namespace ShopBot.Dialogs.Hearing;

/// <summary>What staff say, most with an order number behind it; the words for each stand in <c>dialogs/staff/words.yaml</c>.</summary>
public enum StaffWord
{
    /// <summary>With the code that makes a person staff: <c>员工 482913</c>.</summary>
    Bind,
    Today,
    Details,
    NewStaff,
    CustomerMode,
    StaffMode,
    Help,

    /// <summary>Alone, or with goods and how many there are: <c>库存 口红 玫瑰豆沙 20</c>.</summary>
    Stock,

    /// <summary>With a colleague's name: <c>停用 小兰</c>.</summary>
    Revoke,

    /// <summary>What customers asked and nobody has written an answer for.</summary>
    Unanswered,

    /// <summary>Alone, or with what the code is for: <c>二维码 海报</c>, <c>二维码 口红</c>.</summary>
    Code,

    Accept,
    Ready,
    Wash,
    Deliver,
    Complete,
    Cancel,

    /// <summary>With order and seal number: <c>封 12 E0231</c>.</summary>
    Seal,

    /// <summary>With order, carrier and tracking number: <c>单号 12 顺丰 SF123</c>.</summary>
    Ship,
    Paid,
}
