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
    /// <summary>For laundry with pieces or where it was left: <c>完成 12 7件</c>, <c>完成 12 放邻居 302张阿姨</c>, <c>完成 12 柜 A12 密码 8866</c>.</summary>
    Complete,

    /// <summary>With order and pieces, the rest comes later: <c>先送 12 3件</c>.</summary>
    SendPart,
    Cancel,

    /// <summary>With order and seal number: <c>封 12 E0231</c>.</summary>
    Seal,

    /// <summary>With order, carrier and tracking number: <c>单号 12 顺丰 SF123</c>.</summary>
    Ship,
    Paid,

    /// <summary>A courier gives bags to the laundry: <c>交接 E0231</c>, <c>交接 12</c>.</summary>
    HandOver,

    /// <summary>The laundry takes a bag in: <c>收到 E0231</c>.</summary>
    Receive,

    /// <summary>With the pieces in it: <c>开袋 E0231 12件</c>.</summary>
    Open,

    /// <summary>What was in a bag was looked at: <c>验袋 E0231</c>.</summary>
    Inspect,

    /// <summary>With the pieces that go back: <c>装袋 E0231 12件</c>.</summary>
    Pack,

    /// <summary>How many seal labels to print: <c>封签 20</c>.</summary>
    Labels,

    /// <summary>With order, amount and what for: <c>加收 12 20 去渍</c>.</summary>
    Charge,

    /// <summary>Likewise: <c>优惠 12 10 老顾客</c>.</summary>
    Discount,

    /// <summary>With order and, where it is not the last one, which charge: <c>撤销加收 12 1</c>.</summary>
    UndoCharge,

    /// <summary>What was paid too much was given back: <c>已退款 12</c>.</summary>
    Refunded,

    /// <summary>With order, time and reason: <c>改时间 12 明天 15:00 顾客出差</c>.</summary>
    MovePickup,

    /// <summary>Alone, or with a day, hours and an area: <c>停约 明天 15:00-18:00 静安</c>.</summary>
    CloseWindows,

    /// <summary>Likewise: <c>恢复 明天 15:00</c>.</summary>
    ReopenWindows,

    StartShift,
    EndShift,

    /// <summary>The stops of the one who asks; with a page: <c>路线 2</c>.</summary>
    Round,

    /// <summary>With an order a colleague has taken: <c>转给我 12</c>.</summary>
    TakeOver,
    GiveBack,

    /// <summary>At the door, and nobody is there: <c>没人 12</c>.</summary>
    NobodyHome,

    /// <summary>Takes the last move back.</summary>
    Undo,

    /// <summary>The printable page of a day: <c>日单</c>, <c>日单 明天</c>.</summary>
    DaySheet,

    /// <summary>With order and what was found, or the word of a kind of finding alone: <c>污渍 12 领口有油渍</c>.</summary>
    Finding,

    /// <summary>With order and what was agreed with its customer: <c>决定 12 照常洗</c>.</summary>
    Settle,

    /// <summary>With the order whose question is taken back: <c>撤回 12</c>.</summary>
    Withdraw,

    /// <summary>With phone and amount: <c>充值 13800138000 500</c>.</summary>
    TopUp,

    /// <summary>With phone, signed amount and reason: <c>更正余额 13800138000 -50 多充了</c>.</summary>
    CorrectBalance,

    /// <summary>With a phone: <c>余额 13800138000</c>.</summary>
    CardBalance,

    /// <summary>With a phone: what somebody left behind goes to their new card.</summary>
    ClaimBalance,
}
