using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Faq;

internal static class FaqModel
{
    public static void Configure(ModelBuilder model) => model.Entity<UnansweredQuestion>(question =>
    {
        question.ToTable("unanswered_question");
        question.HasIndex(q => new { q.ShopId, q.Key }).IsUnique();
    });
}
