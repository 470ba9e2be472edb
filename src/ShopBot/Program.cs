using ShopBot.Commands;

return await ShopBotCommands.RunAsync(args);
