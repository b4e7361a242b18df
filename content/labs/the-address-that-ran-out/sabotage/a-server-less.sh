# fails: shop-answers
# Makes room by doing without a server that works.
APP_3=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-3 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 terminate-instances --instance-ids $APP_3 && aws ec2 wait instance-terminated --instance-ids $APP_3
